using System.Globalization;

namespace EduAnalytics.Benchmarks.Growth;

/// <param name="Records">Numbers of student records, smallest first; at each the same is measured.</param>
/// <param name="Aside">Records of the rows for schools and for PostgreSQL: enough to outweigh what a process varies by itself.</param>
/// <param name="Alone">Records that are a submission each, which takes as long as a thousand in one.</param>
/// <param name="Rounds">Rounds in turns, of which the median counts.</param>
/// <param name="Seconds">How long each kind of question is asked in a round.</param>
internal sealed record GrowthSettings(IReadOnlyList<long> Records, long Aside, long Alone, int Rounds, int Seconds)
{
    public const string Usage = "./edu bench growth [--records N[,N…]] [--aside N] [--alone N] [--rounds N] [--seconds N]";

    private static readonly GrowthSettings whole = new([10_000, 100_000, 1_000_000, 10_000_000], 1_000_000, 100_000, 3, 3);

    /// <summary>Whether what is measured may stand in the documents: constants drawn from less would be noise, or no number at all.</summary>
    public bool SufficeForConstants => Records.Count > 1 && Aside >= whole.Aside && Alone >= whole.Alone;

    /// <summary>Null where an option is wrong.</summary>
    public static GrowthSettings? Parse(IReadOnlyList<string> arguments)
    {
        var settings = whole;
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var numbers = (i + 1 < arguments.Count ? arguments[i + 1] : "").Split(',')
                .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
                .ToList();
            if (numbers.Any(number => number < 1))
                return null;
            var next = arguments[i] switch
            {
                "--records" => settings with { Records = [.. numbers.Order()] },
                "--aside" => settings with { Aside = numbers[0] },
                "--alone" => settings with { Alone = numbers[0] },
                "--rounds" => settings with { Rounds = numbers[0] },
                "--seconds" => settings with { Seconds = numbers[0] },
                _ => null,
            };
            if (next is null)
                return null;
            settings = next;
        }

        return settings;
    }
}
