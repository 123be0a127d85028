namespace EduAnalytics.Dashboard.Texts;

/// <summary>The page that compares districts.</summary>
public sealed record CompareTexts
{
    public required string Title { get; init; }

    public required string Summary { get; init; }

    /// <summary>{0} standard, {1} districts that miss it, {2} districts that can be judged.</summary>
    public required string DistrictsMiss { get; init; }

    public required string Slicers { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required string FirstYear { get; init; }

    public required string LastYear { get; init; }

    public required string WholeYears { get; init; }

    public required string PartYears { get; init; }

    public required string AllPeriods { get; init; }

    public required string Districts { get; init; }

    public required string AllDistricts { get; init; }

    /// <summary>{0} chosen of {1}.</summary>
    public required string SomeDistricts { get; init; }

    /// <summary>Choose this one and no other.</summary>
    public required string Only { get; init; }

    public required string Apply { get; init; }

    public required string Reset { get; init; }

    /// <summary>{0} period, {1} met, {2} units with a value, {3} target.</summary>
    public required string HeadlineTarget { get; init; }

    /// <summary>{0} unit and {1} value of the highest, {2} and {3} of the lowest.</summary>
    public required string HeadlineRange { get; init; }

    /// <summary>As before, with {4} the period, where no sentence stands before it.</summary>
    public required string HeadlineRangeOnly { get; init; }

    /// <summary>{0} period, {1} unit, {2} value.</summary>
    public required string HeadlineOne { get; init; }

    /// <summary>{0} period, {1} unit, {2} value, {3} target, {4} whether it is met.</summary>
    public required string HeadlineOneTarget { get; init; }

    public required string HeadlineNone { get; init; }

    public required string Tiles { get; init; }

    public required string Trend { get; init; }

    /// <summary>{0} period.</summary>
    public required string Ranking { get; init; }

    public required string Table { get; init; }

    public required string Warnings { get; init; }

    public required string OrgUnit { get; init; }

    /// <summary>The numbers on the page as files.</summary>
    public required string Files { get; init; }

    public required string CopyForExcel { get; init; }

    /// <summary>What to do in Excel with the address.</summary>
    public required string CopyForExcelHint { get; init; }

    public required string EmptyTitle { get; init; }

    public required string EmptyBody { get; init; }

    public required string NoDistrictTitle { get; init; }

    public required string NoDistrictBody { get; init; }

    public required string NoValues { get; init; }

    public required string TryStage { get; init; }

    /// <summary>{0} the code asked for.</summary>
    public required string UnknownIndicator { get; init; }

    public required string MarksHint { get; init; }
}
