using System.Globalization;

namespace EduAnalytics.Benchmarks.Gateway;

/// <param name="Records">Numbers of student records behind the same query, smallest first.</param>
/// <param name="Rounds">Rounds in turns, of which the median counts.</param>
/// <param name="Seconds">How long each kind of request is sent in a round.</param>
internal sealed record GatewaySettings(IReadOnlyList<long> Records, int Rounds, int Seconds)
{
    public const string Usage = "./edu bench gateway [--records N[,N…]] [--rounds N] [--seconds N]";

    /// <summary>Null where an option is wrong.</summary>
    public static GatewaySettings? Parse(IReadOnlyList<string> arguments)
    {
        var settings = new GatewaySettings([10_000, 1_000_000, 10_000_000], 5, 4);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var numbers = (i + 1 < arguments.Count ? arguments[i + 1] : "").Split(',')
                .Select(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
                .ToList();
            if (numbers.Any(number => number < 1))
                return null;
            var next = arguments[i] switch
            {
                "--records" => settings with { Records = [.. numbers.Order()] },
                "--rounds" => settings with { Rounds = (int)numbers[0] },
                "--seconds" => settings with { Seconds = (int)numbers[0] },
                _ => null,
            };
            if (next is null)
                return null;
            settings = next;
        }

        return settings;
    }
}
