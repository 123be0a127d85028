using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Cli.Simulate;

/// <summary>One line that a school sends, for a student whom the simulation has made up.</summary>
internal abstract record SimulatedLine(SimulatedStudent Student)
{
    public sealed record Enrolment(SimulatedStudent Student, EnrolmentKind Kind) : SimulatedLine(Student);

    public sealed record Fitness(SimulatedStudent Student, decimal Score) : SimulatedLine(Student);
}

internal sealed record SimulatedStudent(string Id, int Grade, Sex Sex)
{
    public bool Tested { get; set; }
}
