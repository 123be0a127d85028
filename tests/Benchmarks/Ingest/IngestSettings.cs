using System.Globalization;

namespace EduAnalytics.Benchmarks.Ingest;

/// <summary>How much is measured.</summary>
/// <param name="Stores">sqlite, postgres, or both one after the other.</param>
/// <param name="Events">Student events that the cost curve goes up to.</param>
/// <param name="Rounds">Rounds of the throughput, of which the median counts.</param>
/// <param name="Seconds">How long 5,000 events a second arrive for the visibility.</param>
internal sealed record IngestSettings(IReadOnlyList<string> Stores, long Events, int Rounds, int Seconds)
{
    public const string Usage = "./edu bench ingest [--store sqlite|postgres|both] [--events N] [--rounds N] [--seconds N]";

    /// <summary>Null where an option is wrong.</summary>
    public static IngestSettings? Parse(IReadOnlyList<string> arguments)
    {
        var settings = new IngestSettings(["sqlite", "postgres"], 1_000_000, 5, 20);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : "";
            var number = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > 0 ? given : 0;
            var next = (arguments[i], value) switch
            {
                ("--store", "sqlite" or "postgres") => settings with { Stores = [value] },
                ("--store", "both") => settings,
                ("--events", _) when number > 0 => settings with { Events = number },
                ("--rounds", _) when number > 0 => settings with { Rounds = (int)number },
                ("--seconds", _) when number > 0 => settings with { Seconds = (int)number },
                _ => null,
            };
            if (next is null)
                return null;
            settings = next;
        }

        return settings;
    }
}
