using EduAnalytics.Cli.Torture.Doors;

namespace EduAnalytics.Cli.Torture.Clusters;

/// <summary>A small city of its own: districts enough that each silo has some of it, and no figure that was there before.</summary>
internal static class TorturedCity
{
    public const string Stage = "PRIMARY";

    private const string City = "torture";
    private const int Districts = 4;
    private const int SchoolsEach = 3;
    private const int Grade = 4;

    /// <summary>City, districts and schools, as a reader asks for them.</summary>
    public static IReadOnlyList<string> Units { get; } = [City, .. Codes(Districts).SelectMany(district => SchoolsOf(district).Prepend(district))];

    public static IReadOnlyList<SchoolPlace> Schools { get; } =
        [.. Codes(Districts).SelectMany(SchoolsOf).Select(school => new SchoolPlace(school, Stage, Grade))];

    /// <exception cref="TortureFailedException">They were not taken.</exception>
    public static async Task Register(BulkDoor door)
    {
        IEnumerable<object> lines =
        [
            Line(City, null, "CITY"),
            .. Codes(Districts).Select(district => Line(district, City, "DISTRICT")),
            .. Codes(Districts).SelectMany(SchoolsOf, (district, school) => Line(school, district, "SCHOOL")),
        ];
        var answers = await door.Post("org-units", "torture-units", lines);
        if (answers[0].GetProperty("errors") is { } errors && errors.GetArrayLength() > 0)
            throw new TortureFailedException($"The org units were refused: {errors[0].GetProperty("message").GetString()}");
    }

    private static object Line(string code, string? parent, string level) =>
        new { code, name = code, level, parent, stages = level == "SCHOOL" ? [Stage] : Array.Empty<string>(), synthetic = true };

    private static IEnumerable<string> Codes(int count) => Enumerable.Range(1, count).Select(number => $"{City}-{number}");

    private static IEnumerable<string> SchoolsOf(string district) => Enumerable.Range(1, SchoolsEach).Select(number => $"{district}-school-{number}");
}
