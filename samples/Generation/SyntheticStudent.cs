using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Samples.Generation;

/// <summary>A student who does not exist.</summary>
/// <param name="FirstGrade">The grade in the school year in which the student came.</param>
/// <param name="Strength">How far from the school's mean the student stands in fitness, in standard deviations.</param>
internal sealed record SyntheticStudent(string Id, Sex Sex, int FirstSchoolYear, int FirstGrade, double Strength)
{
    public DateOnly OnRollSince { get; set; }

    /// <summary>Set while the student is away; the year counts the dropout.</summary>
    public DateOnly? DroppedOutOn { get; set; }

    public int GradeIn(int schoolYear) => FirstGrade + schoolYear - FirstSchoolYear;

    public SchoolStage StageIn(int schoolYear) => GradeIn(schoolYear) <= 6 ? SchoolStage.Primary : SchoolStage.Junior;

    public EnrolmentEvent Event(EnrolmentKind kind, DateOnly on, int schoolYear, string? reason = null) =>
        new(Id, kind, on, GradeIn(schoolYear), Sex, reason);
}
