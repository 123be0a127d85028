using System.Globalization;

namespace EduAnalytics.Benchmarks.Peers;

/// <param name="Results">Fitness results that each system holds, at least; with several numbers each is measured, and how they differ is written down.</param>
/// <param name="Rounds">Rounds in turns, of which the median counts.</param>
/// <param name="Seconds">How long each way is asked in a round, by one connection and then by many.</param>
/// <param name="New">New results whose way to the city's figure is timed, for each way.</param>
internal sealed record PeersSettings(IReadOnlyList<long> Results, int Rounds, int Seconds, int New)
{
    public const string Usage = "./edu bench peers [--results N[,N…]] [--rounds N] [--seconds N] [--new N]";

    /// <summary>Null where an option is wrong.</summary>
    public static PeersSettings? Parse(IReadOnlyList<string> arguments)
    {
        var settings = new PeersSettings([2_400_000], 3, 4, 20);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var numbers = (i + 1 < arguments.Count ? arguments[i + 1] : "").Split(',')
                .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
                .ToList();
            if (numbers.Any(number => number < 1))
                return null;
            var next = arguments[i] switch
            {
                "--results" => settings with { Results = [.. numbers.Select(number => (long)number).Order()] },
                "--rounds" => settings with { Rounds = numbers[0] },
                "--seconds" => settings with { Seconds = numbers[0] },
                "--new" => settings with { New = numbers[0] },
                _ => null,
            };
            if (next is null)
                return null;
            settings = next;
        }

        return settings;
    }
}
