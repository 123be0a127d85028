using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Journal.Tests;

public sealed class JournalServicesTests
{
    [Fact]
    public async Task A_host_opens_the_journal_at_its_start_and_closes_it_at_its_end()
    {
        using var temporary = new TemporaryDirectory();
        for (var start = 1; start <= 2; start++)
        {
            await using var host = Host(options => options.Directory = temporary.Path);
            await host.StartAsync(TestContext.Current.CancellationToken);
            Assert.IsType<JournalDirectoryOutcome.InUse>(JournalDirectory.Lock(temporary.Path));
            var journal = host.Services.GetRequiredService<IJournal>();
            var outcome = await journal.AppendAsync(OpenStore.Entry("u", start), TestContext.Current.CancellationToken);
            Assert.IsType<AppendOutcome.Appended>(outcome);
            await host.StopAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Every_wrong_setting_is_named_with_what_was_given_and_what_is_allowed()
    {
        await using var host = Host(options =>
        {
            options.Directory = " ";
            options.QueueCapacity = 0;
            options.LockWaitSeconds = 61;
        });

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(
            () => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal(
            [
                "EduAnalytics:Journal:Directory is ' '; allowed: the path of a directory.",
                "EduAnalytics:Journal:QueueCapacity is '0'; allowed: a whole number from 1 to 65536.",
                "EduAnalytics:Journal:LockWaitSeconds is '61'; allowed: a whole number from 1 to 60.",
            ],
            refusal.Failures);
    }

    [Theory]
    [InlineData("Host=db;Passwort=secret", "EduAnalytics:Journal:Store cannot be read; ")]
    [InlineData("Port=many", "EduAnalytics:Journal:Store cannot be read; ")]
    [InlineData("Database=edu", "EduAnalytics:Journal:Store names no Host; ")]
    public async Task A_store_that_cannot_be_meant_is_refused_and_its_password_not_repeated(string store, string sentence)
    {
        await using var host = Host(options => options.Store = store);

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(
            () => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith(sentence, Assert.Single(refusal.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_instance_on_the_same_directory_does_not_start()
    {
        using var temporary = new TemporaryDirectory();
        await using var first = Host(options => options.Directory = temporary.Path);
        await first.StartAsync(TestContext.Current.CancellationToken);
        await using var second = Host(options => options.Directory = temporary.Path);

        var refusal = await Assert.ThrowsAsync<JournalDirectoryException>(
            () => second.StartAsync(TestContext.Current.CancellationToken));

        Assert.IsType<JournalDirectoryOutcome.InUse>(refusal.Outcome);
    }

    [Fact]
    public async Task A_directory_that_the_program_already_holds_is_used()
    {
        using var temporary = new TemporaryDirectory();
        using var held = JournalDirectory.Lock(temporary.Path).OrThrow();
        await using var host = Host(options => options.Directory = temporary.Path, held);

        await host.StartAsync(TestContext.Current.CancellationToken);

        Assert.True(await host.Services.GetRequiredService<IJournal>().IsEmptyAsync(TestContext.Current.CancellationToken));
    }

    private static RunningHost Host(Action<JournalOptions> configure, JournalDirectory? held = null)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        if (held is not null)
            builder.Services.AddSingleton(held);
        builder.Services.AddEduJournal(configure);
        return new RunningHost(builder.Build());
    }

    /// <summary>A host's interface lacks the asynchronous disposal that its services need.</summary>
    private sealed class RunningHost(IHost host) : IAsyncDisposable
    {
        public IServiceProvider Services => host.Services;

        public Task StartAsync(CancellationToken ct) => host.StartAsync(ct);

        public Task StopAsync(CancellationToken ct) => host.StopAsync(ct);

        public ValueTask DisposeAsync() => ((IAsyncDisposable)host).DisposeAsync();
    }
}
