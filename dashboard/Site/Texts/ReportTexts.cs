namespace EduAnalytics.Dashboard.Texts;

/// <summary>The report canvas.</summary>
public sealed record ReportTexts
{
    public required string Title { get; init; }

    /// <summary>{0} the unit's name.</summary>
    public required string TitleOf { get; init; }

    public required string Group { get; init; }

    public required string AllGroups { get; init; }

    public required string Schools { get; init; }

    public required string Print { get; init; }

    /// <summary>The way down to a part.</summary>
    public required string DrillDown { get; init; }

    /// <summary>{0} the part.</summary>
    public required string DrillInto { get; init; }

    /// <summary>{0} the unit.</summary>
    public required string UnitPage { get; init; }

    public required string Picked { get; init; }

    public required string PickedHint { get; init; }

    public required string Clear { get; init; }

    /// <summary>How marks are used, for those who have not clicked one yet.</summary>
    public required string Hint { get; init; }

    public required string ShowTable { get; init; }

    public required string TakeAway { get; init; }

    public required string Drawing { get; init; }

    /// <summary>{0} the unit.</summary>
    public required string TilesTitle { get; init; }

    /// <summary>{0} indicator, {1} unit.</summary>
    public required string FocusTitle { get; init; }

    /// <summary>{0} indicator, {1} unit.</summary>
    public required string StagesTitle { get; init; }

    /// <summary>{0} indicator, {1} unit.</summary>
    public required string GradesTitle { get; init; }

    public required string Grade { get; init; }

    /// <summary>{0} the grade's number.</summary>
    public required string GradeOf { get; init; }

    public required string Sex { get; init; }

    /// <summary>Before what the tree is parted by.</summary>
    public required string SplitBy { get; init; }

    /// <summary>{0} by what.</summary>
    public required string AddSplit { get; init; }

    /// <summary>{0} by what.</summary>
    public required string OnlySplit { get; init; }

    /// <summary>{0} by what.</summary>
    public required string WithoutSplit { get; init; }

    public required string Female { get; init; }

    public required string Male { get; init; }

    public required string NotRecorded { get; init; }

    /// <summary>{0} indicator.</summary>
    public required string MultiplesTitle { get; init; }

    /// <summary>The range of the units that are not the line itself.</summary>
    public required string Band { get; init; }

    /// <summary>{0} how many are drawn, {1} of how many.</summary>
    public required string StandWorst { get; init; }

    public required string Years { get; init; }

    public required string AllYears { get; init; }

    public required string AllUnits { get; init; }

    /// <summary>{0} the day.</summary>
    public required string PrintedOn { get; init; }

    /// <summary>{0} the moment of the newest record.</summary>
    public required string DataUntil { get; init; }

    /// <summary>On the compare page, to the report of the same indicator.</summary>
    public required string OpenReport { get; init; }

    /// <summary>Why a visual has nothing to show, by the obstacle's name.</summary>
    public required IReadOnlyDictionary<string, string> Obstacles { get; init; }
}
