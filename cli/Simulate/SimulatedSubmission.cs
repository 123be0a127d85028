using System.Globalization;
using System.Text.Json;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Cli.Simulate;

/// <summary>Lines of one kind from one school, sent as one mutation.</summary>
internal sealed record SimulatedSubmission(string Id, SimulatedSchool School, IReadOnlyList<SimulatedLine> Lines)
{
    public const string RecordEnrolment = """
        mutation Simulated($input: RecordEnrolmentInput!) {
          payload: recordEnrolment(input: $input) { accepted errors { message } }
        }
        """;

    public const string RecordFitness = """
        mutation Simulated($input: RecordFitnessInput!) {
          payload: recordFitness(input: $input) { accepted errors { message } }
        }
        """;

    public async Task<SimulatedOutcome> SendTo(GraphQLEndpoint endpoint, DateOnly today)
    {
        var day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (mutation, input) = Lines[0] is SimulatedLine.Enrolment
            ? (RecordEnrolment, (object)new { submissionId = Id, school = School.Id, events = Lines.Cast<SimulatedLine.Enrolment>().Select(line => EventOf(line, day)) })
            : (RecordFitness, new { submissionId = Id, school = School.Id, results = Lines.Cast<SimulatedLine.Fitness>().Select(line => ResultOf(line, day)) });
        try
        {
            // Not cancelled by Ctrl-C: what is under way is waited for, so that the last count is true.
            var data = await endpoint.Ask(mutation, new { input }, CancellationToken.None);
            var errors = data.GetProperty("payload").GetProperty("errors");
            return errors.GetArrayLength() == 0
                ? new SimulatedOutcome.Accepted(this)
                : new SimulatedOutcome.Refused(this, errors[0].GetProperty("message").GetString() ?? "");
        }
        catch (EndpointException fault)
        {
            return new SimulatedOutcome.Failed(this, fault.Message);
        }
    }

    private static object EventOf(SimulatedLine.Enrolment line, string day) => new
    {
        student = line.Student.Id,
        kind = Word(line.Kind),
        date = day,
        grade = line.Student.Grade,
        sex = Word(line.Student.Sex),
        reason = line.Kind == EnrolmentKind.DroppedOut ? "演示：模拟辍学" : null,
    };

    private static object ResultOf(SimulatedLine.Fitness line, string day) => new
    {
        student = line.Student.Id,
        testedOn = day,
        grade = line.Student.Grade,
        sex = Word(line.Student.Sex),
        score = line.Score,
    };

    /// <summary>As the API spells its words: <c>DROPPED_OUT</c>.</summary>
    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}

/// <summary>What became of a submission.</summary>
internal abstract record SimulatedOutcome(SimulatedSubmission Submission)
{
    public sealed record Accepted(SimulatedSubmission Submission) : SimulatedOutcome(Submission);

    public sealed record Refused(SimulatedSubmission Submission, string Why) : SimulatedOutcome(Submission);

    /// <summary>No answer, or none that can be understood: whether it was accepted is not known.</summary>
    public sealed record Failed(SimulatedSubmission Submission, string Why) : SimulatedOutcome(Submission);
}
