using EduAnalytics.Grains.Catalogues;
using EduAnalytics.Journal;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Cli.Starting;

/// <summary>
/// The system cannot start, or do what it was asked, for a reason that lies outside the program and that the message says in
/// one sentence, with what to do.
/// </summary>
internal sealed class StartRefusedException(string message) : Exception(message);

/// <summary>How a command ends that was refused: a sentence for each reason on standard error, and an exit code of its own.</summary>
internal static class Refusal
{
    /// <summary>Before each sentence; by it whoever keeps a process finds them among what it says.</summary>
    public const string Mark = "edu: ";

    /// <summary>The reasons why nothing could begin. Empty where the fault is the program's own: then its trace is what is wanted.</summary>
    public static IReadOnlyList<string> Reasons(Exception fault) => fault switch
    {
        OptionsValidationException wrong => [.. wrong.Failures],

        // A host that checks several option classes at its start gathers what they say.
        AggregateException several when several.InnerExceptions.Count > 0 && several.InnerExceptions.All(IsRefusal) =>
            [.. several.InnerExceptions.SelectMany(Reasons)],

        // The port was free when it was looked at, and taken a moment later.
        IOException { InnerException: AddressInUseException } => [fault.Message],
        JournalDirectoryException or JournalSchemaException or JournalUnavailableException or ProviderScriptsException
            or CatalogueFaultyException or StartRefusedException => [fault.Message],
        _ => [],
    };

    public static bool IsRefusal(Exception fault) => Reasons(fault).Count > 0;

    public static int Tell(Exception fault) => Tell(Reasons(fault));

    public static int Tell(params IEnumerable<string> reasons)
    {
        foreach (var reason in reasons)
            Console.Error.WriteLine($"{Mark}{reason}");
        return ExitCodes.Refused;
    }
}
