using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Samples.Generation;

/// <summary>What a school's year comes to, as its own return and its district's need it.</summary>
internal sealed class SchoolTally
{
    private readonly Dictionary<SchoolStage, int> enrolled = [];

    public int JuniorGraduates { get; set; }

    /// <summary>Of the graduates' cohort, those who had dropped out and not returned.</summary>
    public int JuniorCohortLost { get; set; }

    public int Enrolled => enrolled.Values.Sum();

    /// <summary>On the roll at the year's end or dropped out within it, as the measure students.enrolled counts.</summary>
    public int EnrolledIn(SchoolStage stage) => enrolled.GetValueOrDefault(stage);

    public void AddEnrolled(SchoolStage stage) => enrolled[stage] = EnrolledIn(stage) + 1;
}
