using System.CommandLine;
using EduAnalytics.Cli.Up;
using EduAnalytics.Contracts.OrgUnits;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Access;
using EduAnalytics.Journal.Events;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Cli.Tokens;

/// <summary>Where the tokens are, in the words of <c>edu up</c>.</summary>
internal sealed class TokenStore
{
    private readonly Option<string> data = new("--data") { Description = "The directory that holds the system's data.", DefaultValueFactory = _ => "data" };
    private readonly Option<string?> store = new("--store") { Description = "The PostgreSQL database of the journal, where it is not in the directory." };

    public IEnumerable<Option> Options => [data, store];

    /// <summary>Opens the store, does something with it, and says why where that is not possible.</summary>
    /// <param name="creates">Whether a directory that is not there is made, and not refused as a slip of the pen.</param>
    /// <returns>The program's exit code.</returns>
    public async Task<int> Use(ParseResult parsed, bool creates, Func<IAccessTokenStore, Task<int>> use)
    {
        try
        {
            var options = ReadOptions(parsed.GetValue(data)!, parsed.GetValue(store));
            if (!creates && string.IsNullOrWhiteSpace(options.Store) && !Directory.Exists(options.Directory))
                return Say(ExitCodes.Refused, $"There is no directory '{options.Directory}'; --data names the one of the system.");
            using var tokens = AccessTokenStores.Open(options, TimeProvider.System);
            return await use(tokens);
        }
        catch (Exception fault) when (fault is JournalDirectoryException or JournalSchemaException or OptionsValidationException)
        {
            return Say(ExitCodes.Refused, fault.Message);
        }
        catch (JournalUnavailableException fault)
        {
            return Say(ExitCodes.Failed, fault.Message);
        }
    }

    /// <summary>The org units registered in the store; to be asked within <see cref="Use"/>, which readies it.</summary>
    /// <returns>Empty where none are registered yet.</returns>
    public async Task<OrgUnitTree> ReadUnits(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = ReadOptions(parsed.GetValue(data)!, parsed.GetValue(store));
        var entries = await StoredEntries.ReadAllAsync(options, IOrgUnitTreeGrain.Key, cancellationToken);
        return entries.Aggregate(OrgUnitTree.Empty, (tree, entry) => tree.After(((OrgUnitsRegistered)JournalEventCodec.Decode(entry)).Units));
    }

    public static int Say(int exitCode, string sentence)
    {
        Console.Error.WriteLine($"edu: {sentence}");
        return exitCode;
    }

    /// <summary>The same settings that <c>edu up</c> finds: a password need not be on the command line here either.</summary>
    private static JournalOptions ReadOptions(string directory, string? named)
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
        var options = new JournalOptions();
        JournalSettings.Apply(options, configuration, directory, named);
        JournalServices.Check(options);
        return options;
    }
}
