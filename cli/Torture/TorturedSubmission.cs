using System.Globalization;
using System.Text.Json;

namespace EduAnalytics.Cli.Torture;

/// <summary>A mutation with its input, and what an acknowledgement of it means for the client's own count.</summary>
/// <param name="Id">The submission's name.</param>
/// <param name="Mutation">The document.</param>
/// <param name="Input">Its input, the id included.</param>
/// <param name="Bulk">The same content for the bulk API.</param>
/// <param name="Lines">How many lines must be told as accepted.</param>
/// <param name="Acknowledge">Brings the client's own count up.</param>
internal sealed record TorturedSubmission(string Id, string Mutation, object Input, BulkStream Bulk, int Lines, Action Acknowledge)
{
    private const string Answer = "{ accepted duplicate errors { code message retryable } }";

    public static TorturedSubmission Next(string id, TorturedSchool school, Random random, DateOnly today)
    {
        var day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return random.Next(4) switch
        {
            0 when school.NextFitness(random) is { Count: > 0 } results => Fitness(id, school, results, day),
            1 when school.StatesFigures => Figures(id, school, random.Next(50, 500), random.Next(50), today.Year),
            _ => Enrolment(id, school, school.NextEnrolment(random), day),
        };
    }

    private static TorturedSubmission Enrolment(string id, TorturedSchool school, IReadOnlyList<EnrolmentLine> lines, string day) => new(
        id,
        $"mutation ($input: RecordEnrolmentInput!) {{ payload: recordEnrolment(input: $input) {Answer} }}",
        new
        {
            submissionId = id,
            school = school.Id,
            events = lines.Select(line => new
            {
                student = line.Student,
                kind = JsonNamingPolicy.SnakeCaseUpper.ConvertName(line.Kind.ToString()),
                date = day,
                grade = school.Grade,
            }),
        },
        new BulkStream("enrolment", lines.Select(line => new
        {
            school = school.Id,
            student = line.Student,
            kind = JsonNamingPolicy.SnakeCaseUpper.ConvertName(line.Kind.ToString()),
            date = day,
            grade = school.Grade,
        })),
        lines.Count,
        () => school.Acknowledge(lines));

    private static TorturedSubmission Fitness(string id, TorturedSchool school, IReadOnlyList<FitnessLine> lines, string day) => new(
        id,
        $"mutation ($input: RecordFitnessInput!) {{ payload: recordFitness(input: $input) {Answer} }}",
        new
        {
            submissionId = id,
            school = school.Id,
            results = lines.Select(line => new { student = line.Student, testedOn = day, grade = school.Grade, sex = "FEMALE", score = line.Score }),
        },
        new BulkStream("fitness", lines.Select(line => new
        {
            school = school.Id,
            student = line.Student,
            testedOn = day,
            grade = school.Grade,
            sex = "FEMALE",
            score = line.Score,
        })),
        lines.Count,
        () => school.Acknowledge(lines));

    private static TorturedSubmission Figures(string id, TorturedSchool school, int screened, int myopic, int year) => new(
        id,
        $"mutation ($input: ReportFiguresInput!) {{ payload: reportFigures(input: $input) {Answer} }}",
        new
        {
            submissionId = id,
            orgUnit = school.Id,
            source = new { document = "torture" },
            figures = StatedFigures(screened, myopic).Select(figure => new
            {
                code = figure.Code,
                period = year.ToString(CultureInfo.InvariantCulture),
                stage = school.Stage,
                value = figure.Value,
            }),
        },
        new BulkStream("figures", StatedFigures(screened, myopic).Select(figure => new
        {
            orgUnit = school.Id,
            document = "torture",
            code = figure.Code,
            period = year.ToString(CultureInfo.InvariantCulture),
            stage = school.Stage,
            value = figure.Value,
        })),
        2,
        () => school.Acknowledge(screened, myopic));

    private static (string Code, int Value)[] StatedFigures(int screened, int myopic) => [("health.screened", screened), ("health.myopic", myopic)];
}

/// <summary>A submission as the bulk API takes it.</summary>
/// <param name="Kind">The last part of the address.</param>
/// <param name="Lines">An object a line.</param>
internal sealed record BulkStream(string Kind, IEnumerable<object> Lines);
