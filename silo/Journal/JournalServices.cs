using EduAnalytics.Journal.Access;
using EduAnalytics.Journal.Postgres;
using EduAnalytics.Journal.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Journal;

public static class JournalServices
{
    /// <summary>
    /// Adds the <see cref="IJournal"/> of this process and the <see cref="IAccessTokenStore"/> beside it, on SQLite or on the PostgreSQL database that
    /// <see cref="JournalOptions.Store"/> names. It is opened when the host starts, so that a wrong setting
    /// (<see cref="OptionsValidationException"/>), a directory that cannot be taken (<see cref="JournalDirectoryException"/>),
    /// a database that does not answer (<see cref="JournalUnavailableException"/>) or one of a newer program
    /// (<see cref="JournalSchemaException"/>) stops the start and not the first submission.
    /// </summary>
    /// <remarks>
    /// A program that has taken the directory before it builds its host registers that
    /// <see cref="JournalDirectory"/> as a singleton first; the journal then uses it.
    /// </remarks>
    public static IServiceCollection AddEduJournal(this IServiceCollection services, Action<JournalOptions> configure)
    {
        services.AddOptions<JournalOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<JournalOptions>, JournalOptionsCheck>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Take);
        services.TryAddSingleton(Open);
        services.TryAddSingleton(OpenAccessTokens);
        services.AddHostedService<JournalStart>();
        return services;
    }

    /// <summary>For a program that opens a store without a host.</summary>
    /// <exception cref="OptionsValidationException">With every setting that is wrong.</exception>
    public static void Check(JournalOptions options)
    {
        if (new JournalOptionsCheck().Validate(null, options) is { Failed: true } wrong)
            throw new OptionsValidationException(JournalOptions.Section, typeof(JournalOptions), wrong.Failures);
    }

    private static JournalDirectory Take(IServiceProvider services) =>
        JournalDirectory.Lock(services.GetRequiredService<IOptions<JournalOptions>>().Value.Directory).OrThrow();

    private static IJournal Open(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<JournalOptions>>().Value;
        var clock = services.GetRequiredService<TimeProvider>();
        var log = services.GetRequiredService<ILogger<IJournal>>();
        return string.IsNullOrWhiteSpace(options.Store)
            ? SqliteJournal.Open(services.GetRequiredService<JournalDirectory>(), options, clock, log)
            : PostgresJournal.Open(options, clock, log);
    }

    /// <summary>After the journal, which creates and upgrades the tables of both.</summary>
    private static IAccessTokenStore OpenAccessTokens(IServiceProvider services)
    {
        services.GetRequiredService<IJournal>();
        return AccessTokenStores.Beside(
            services.GetRequiredService<IOptions<JournalOptions>>().Value, services.GetRequiredService<JournalDirectory>);
    }

    /// <summary>Asking for the journal opens it; being a hosted service is what makes that happen at start.</summary>
    private sealed class JournalStart(IJournal journal) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            JournalInstruments.Opened();
            return journal.IsEmptyAsync(cancellationToken).AsTask();
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
