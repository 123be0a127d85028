using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Cli.Tests;

/// <summary>The far end of the wire: two schools on two pages, and the domain's own rules behind the mutations.</summary>
internal sealed class RuledServer : HttpMessageHandler
{
    private static readonly OrgUnit nineYear = School("230402-s08", SchoolStage.Primary, SchoolStage.Junior);
    private static readonly OrgUnit kindergarten = School("230402-s09", SchoolStage.Kindergarten);
    private static readonly OrgUnit junior = School("230402-s05", SchoolStage.Junior);

    private readonly Dictionary<string, SchoolLedger> ledgers = new() { [nineYear.Id.Code] = new(null), [junior.Id.Code] = new(SchoolStage.Junior) };
    private readonly Lock oneAtATime = new();

    public List<string> SubmissionIds { get; } = [];

    /// <summary>What the rules had against lines that came.</summary>
    public List<SubmissionError> Errors { get; } = [];

    public List<EnrolmentEvent> Events { get; } = [];

    public List<FitnessResult> Results { get; } = [];

    /// <summary>Called after every submission.</summary>
    public Action OnTaken { get; set; } = () => { };

    /// <summary>Set to have every mutation refused.</summary>
    public string? Refusal { get; set; }

    /// <summary>Set to have every mutation answered by a broken machine.</summary>
    public bool Broken { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = await request.Content!.ReadFromJsonAsync<JsonElement>(cancellationToken);
        lock (oneAtATime)
        {
            var variables = asked.GetProperty("variables");
            if (!variables.TryGetProperty("input", out var input))
                return Json(new { data = new { orgUnits = Page(variables.GetProperty("after").GetString()) } });
            if (Broken)
                return new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StringContent("broken") };
            var errors = Refusal is { } refusal ? [new SubmissionError("BAD_VALUE", refusal)] : Take(input);
            return Json(new { data = new { payload = new { accepted = 1, errors = errors.Select(error => new { message = error.Message }) } } });
        }
    }

    private static object Page(string? after) => after is null
        ? new { nodes = new[] { Node(nineYear), Node(kindergarten) }, pageInfo = new { hasNextPage = true, endCursor = "page-2" } }
        : new { nodes = new[] { Node(junior) }, pageInfo = new { hasNextPage = false, endCursor = after } };

    private ImmutableArray<SubmissionError> Take(JsonElement input)
    {
        var school = input.GetProperty("school").GetString() == junior.Id.Code ? junior : nineYear;
        var id = input.GetProperty("submissionId").GetString()!;
        SubmissionIds.Add(id);
        var errors = input.TryGetProperty("events", out var events)
            ? TakeEvents(new EnrolmentSubmission(id, school.Id, [.. events.EnumerateArray().Select(ReadEvent)]), school)
            : TakeResults(new FitnessSubmission(id, school.Id, [.. input.GetProperty("results").EnumerateArray().Select(ReadResult)]), school);
        Errors.AddRange(errors);
        OnTaken();
        return errors;
    }

    private ImmutableArray<SubmissionError> TakeEvents(EnrolmentSubmission submission, OrgUnit school)
    {
        var ledger = ledgers[school.Id.Code];
        var errors = EnrolmentRules.Check(submission, school, ledger, Today);
        if (errors.IsEmpty)
        {
            ledger.Apply(new EnrolmentRecorded(submission.Id, default, submission.Events));
            Events.AddRange(submission.Events);
        }

        return errors;
    }

    private ImmutableArray<SubmissionError> TakeResults(FitnessSubmission submission, OrgUnit school)
    {
        var errors = FitnessRules.Check(submission, new FitnessMarking(submission.Results, null), school, Today);
        if (errors.IsEmpty)
            Results.AddRange(submission.Results);
        return errors;
    }

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);

    private static EnrolmentEvent ReadEvent(JsonElement line) => new(
        line.GetProperty("student").GetString()!, Word<EnrolmentKind>(line, "kind"), Day(line, "date"),
        line.GetProperty("grade").GetInt32(), Word<Sex>(line, "sex"), line.GetProperty("reason").GetString());

    private static FitnessResult ReadResult(JsonElement line) => new(
        line.GetProperty("student").GetString()!, Day(line, "testedOn"), line.GetProperty("grade").GetInt32(),
        Word<Sex>(line, "sex"), line.GetProperty("score").GetDecimal());

    private static DateOnly Day(JsonElement line, string field) =>
        DateOnly.ParseExact(line.GetProperty(field).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static T Word<T>(JsonElement line, string field)
        where T : struct, Enum =>
        Enum.GetValues<T>().Single(value => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()) == line.GetProperty(field).GetString());

    private static object Node(OrgUnit unit) => new { id = unit.Id.Code, stages = unit.Stages.Select(stage => stage.ToString().ToUpperInvariant()) };

    private static OrgUnit School(string id, params ReadOnlySpan<SchoolStage> stages) =>
        new(OrgUnitId.Parse(id), id, null, OrgUnitLevel.School, OrgUnitId.Parse("230402"), [.. stages], Synthetic: true);

    private static HttpResponseMessage Json(object content) => new(HttpStatusCode.OK) { Content = JsonContent.Create(content) };
}
