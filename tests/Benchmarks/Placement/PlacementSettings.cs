using System.Globalization;

namespace EduAnalytics.Benchmarks.Placement;

/// <param name="Silos">Processes over which the city is spread.</param>
/// <param name="Students">At each school.</param>
internal sealed record PlacementSettings(int Silos, int Districts, int Schools, int Students)
{
    public const string Usage = "./edu bench placement [--silos N] [--districts N] [--schools N] [--students N]";

    /// <summary>Null where an option is wrong.</summary>
    public static PlacementSettings? Parse(IReadOnlyList<string> arguments)
    {
        var settings = new PlacementSettings(Silos: 3, Districts: 30, Schools: 10_000, Students: 4);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (i + 1 == arguments.Count || !int.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
                return null;
            var next = arguments[i] switch
            {
                "--silos" => settings with { Silos = number },
                "--districts" => settings with { Districts = number },
                "--schools" => settings with { Schools = number },
                "--students" => settings with { Students = number },
                _ => null,
            };
            if (next is null)
                return null;
            settings = next;
        }

        return settings;
    }
}
