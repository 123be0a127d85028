using System.Globalization;

namespace EduAnalytics.Benchmarks.Hot;

/// <param name="Schools">Schools of the one district that everyone reads.</param>
/// <param name="Silos">Sizes of the clusters that are asked, one after the other.</param>
/// <param name="Seconds">How long each question is asked.</param>
internal sealed record HotSettings(int Schools, IReadOnlyList<int> Silos, int Seconds)
{
    public const string Usage = "./edu bench hot [--schools N] [--silos N[,N…]] [--seconds N]";

    /// <summary>Null where an option is wrong.</summary>
    public static HotSettings? Parse(IReadOnlyList<string> arguments)
    {
        var settings = new HotSettings(200, [1, 2], 8);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var numbers = (i + 1 < arguments.Count ? arguments[i + 1] : "").Split(',')
                .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
                .ToList();
            if (numbers.Any(number => number < 1))
                return null;
            var next = arguments[i] switch
            {
                "--schools" => settings with { Schools = numbers[0] },
                "--silos" => settings with { Silos = numbers },
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
