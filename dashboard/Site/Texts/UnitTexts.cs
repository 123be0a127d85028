namespace EduAnalytics.Dashboard.Texts;

/// <summary>The page of one district or school.</summary>
public sealed record UnitTexts
{
    public required string Breadcrumb { get; init; }

    public required string City { get; init; }

    public required string District { get; init; }

    public required string School { get; init; }

    public required string UnknownTitle { get; init; }

    /// <summary>{0} the id asked for.</summary>
    public required string UnknownBody { get; init; }

    public required string Indicators { get; init; }

    public required string LatestValue { get; init; }

    public required string Course { get; init; }

    /// <summary>{0} the parent's name.</summary>
    public required string ParentValue { get; init; }

    /// <summary>{0} how many indicators miss their target, {1} how many have one.</summary>
    public required string Scorecard { get; init; }

    /// <summary>{0} the first period of a run of misses.</summary>
    public required string Since { get; init; }

    /// <summary>{0} how many.</summary>
    public required string Misses { get; init; }

    public required string NoMisses { get; init; }

    /// <summary>Stands before the units below that miss it too.</summary>
    public required string MissedBy { get; init; }

    /// <summary>Stands after the first of them; {0} how many they are.</summary>
    public required string MissedByMore { get; init; }

    /// <summary>Instead of them, where too many are below; {0} how many.</summary>
    public required string MissedByAmong { get; init; }

    public required string WithoutData { get; init; }

    /// <summary>{0} period.</summary>
    public required string SchoolsRanked { get; init; }

    /// <summary>{0} period.</summary>
    public required string DistrictsRanked { get; init; }

    public required string NoSchoolValues { get; init; }

    public required string NoIndicators { get; init; }

    public required string CompareDistricts { get; init; }

    /// <summary>{0} how many schools are listed without data.</summary>
    public required string SchoolsWithoutData { get; init; }

    /// <summary>{0}: how many of the units below have a value that this reader is not shown.</summary>
    public required string SchoolsWithheld { get; init; }
}
