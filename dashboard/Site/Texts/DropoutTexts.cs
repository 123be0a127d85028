namespace EduAnalytics.Dashboard.Texts;

/// <summary>The ledgers of controlling dropout.</summary>
public sealed record DropoutTexts
{
    public required string Title { get; init; }

    /// <summary>{0} period, {1} suspected, {2} confirmed, {3} closed.</summary>
    public required string Headline { get; init; }

    public required string SchoolAge { get; init; }

    public required string Enrolled { get; init; }

    public required string Suspected { get; init; }

    public required string Confirmed { get; init; }

    public required string Closed { get; init; }

    public required string Reports { get; init; }

    public required string Owed { get; init; }

    /// <summary>{0} given, {1} due.</summary>
    public required string GivenOf { get; init; }

    public required string BySchool { get; init; }

    public required string ByDistrict { get; init; }

    public required string Explanation { get; init; }

    public required string Nothing { get; init; }
}
