using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Schools.Counting;

/// <summary>A student's move from one stage to the next with the grade, in the September in which it is due.</summary>
/// <param name="To">Null where school is over.</param>
internal readonly record struct StageMove(int Month, SchoolStage From, SchoolStage? To);

internal static class StageMoves
{
    /// <summary>The moves ahead of a student who stays on the roll after a day.</summary>
    public static IEnumerable<StageMove> After(Standing standing, DateOnly day)
    {
        if (standing.GradeOn(day) is not { } now || OrgUnit.StageOfGrade(now) is not { } stage)
            yield break;
        for (var grade = now + 1; ; grade++)
        {
            var next = OrgUnit.StageOfGrade(grade);
            if (next == stage)
                continue;
            yield return new StageMove(RecordCounts.SeptemberOf(Period.SchoolYearOf(day) + grade - now), stage, next);
            if (next is null)
                yield break;
            stage = next.Value;
        }
    }
}
