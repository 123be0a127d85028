using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Cli.Simulate;

/// <summary>
/// What one school does next, with students of the simulation's own making. A student takes part again only when the
/// system has accepted the last line, so that lines of one student never overtake one another.
/// </summary>
internal sealed class SimulatedSchool(SchoolFound school, string run, Random random)
{
    private const double MeanScore = 76;
    private const double ScoreDeviation = 11;

    private readonly List<SimulatedStudent> onRoll = [];
    private readonly List<SimulatedStudent> droppedOut = [];
    private int made;

    public string Id => school.Id;

    /// <summary>Most of a school's news is new students and their tests; that one leaves is rarer, and some come back.</summary>
    public SimulatedLine Next()
    {
        SimulatedLine? line = random.NextDouble() switch
        {
            < 0.45 => TakeUntested() is { } student ? new SimulatedLine.Fitness(student, Score()) : null,
            < 0.53 => Step(onRoll, EnrolmentKind.DroppedOut),
            < 0.59 => Step(droppedOut, EnrolmentKind.Returned),
            < 0.63 => Step(onRoll, EnrolmentKind.TransferredOut),
            _ => null,
        };
        return line ?? new SimulatedLine.Enrolment(Make(), EnrolmentKind.Enrolled);
    }

    /// <summary>To be told of every line that the system accepted; a student whose line it did not is seen no more.</summary>
    public void OnAccepted(SimulatedLine line)
    {
        switch (line)
        {
            case SimulatedLine.Fitness:
                line.Student.Tested = true;
                onRoll.Add(line.Student);
                break;
            case SimulatedLine.Enrolment { Kind: EnrolmentKind.Enrolled or EnrolmentKind.Returned }:
                onRoll.Add(line.Student);
                break;
            case SimulatedLine.Enrolment { Kind: EnrolmentKind.DroppedOut }:
                droppedOut.Add(line.Student);
                break;
        }
    }

    private SimulatedStudent Make() => new(
        $"sim-{run}-{school.Id}-{++made}",
        school.Grades[random.Next(school.Grades.Count)],
        random.Next(2) == 0 ? Sex.Female : Sex.Male);

    private SimulatedStudent? TakeUntested()
    {
        var student = onRoll.Find(candidate => !candidate.Tested);
        if (student is not null)
            onRoll.Remove(student);
        return student;
    }

    private SimulatedLine.Enrolment? Step(List<SimulatedStudent> students, EnrolmentKind kind)
    {
        if (students.Count == 0)
            return null;
        var student = students[random.Next(students.Count)];
        students.Remove(student);
        return new SimulatedLine.Enrolment(student, kind);
    }

    private decimal Score()
    {
        var normal = Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6;
        return decimal.Round((decimal)Math.Clamp(MeanScore + ScoreDeviation * normal, 20, 118), 1);
    }
}
