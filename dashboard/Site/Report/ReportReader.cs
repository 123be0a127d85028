using System.Collections.Immutable;
using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Report.Splits;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Dashboard.Report;

/// <summary>
/// Reads a whole report in two questions, or three, however many visuals it has: the second needs the period that the answer to the
/// first shows to be the newest with data. A view that asks for nothing else asks nothing.
/// </summary>
public sealed class ReportReader(IGraphQLClient client, IOptions<DashboardOptions> options, TimeProvider time)
{
    private const string UnknownUnit = "UNKNOWN_ORG_UNIT";
    private static readonly ImmutableDictionary<string, object?> None = ImmutableDictionary<string, object?>.Empty;

    /// <param name="known">What was read before; null at first.</param>
    /// <param name="inSteps">
    /// Comes back once the first question is answered anew, without the detail: another reading with what is known then goes on
    /// from there. For a reader who watches, numbers come the sooner.
    /// </param>
    /// <exception cref="GraphQLRefusedException">The view names what does not exist or is not for the reader.</exception>
    /// <exception cref="GraphQLUnreachableException">The gateway does not answer.</exception>
    public async Task<ReportData> Read(ReportView view, ReportData? known, bool inSteps, CancellationToken ending)
    {
        var catalogue = known?.Catalogue
            ?? (await client.ExecuteAsync(Documents.Find("Compare/Catalogue.graphql"), None, ending)).Read<CatalogueAnswer>();
        if (ReportQuestion.Of(view, catalogue, options.Value.FirstIndicator) is not { } question)
            return new ReportData(catalogue);
        var isKnown = known is { Question: { } asked, Answer: not null } && asked.Asks(question);
        var answer = isKnown ? known!.Answer : await Ask(question, known, ending);
        if (answer?.Root is null)
            return new ReportData(catalogue, question);
        var data = new ReportData(catalogue, question, answer);
        var detailed = DetailQuestion.Of(ReportModel.Of(view, data)!, FullYear.NewestAt(time));
        if (known is { DetailQuestion: { } before, Detail: { } same } && before.Asks(detailed))
            return await WithSplit(view, data with { DetailQuestion = detailed, Detail = same }, known, ending);
        return inSteps && !isKnown
            ? data with { Former = known is { DetailQuestion: not null, Detail: not null } ? known with { Former = null } : known?.Former }
            : await WithSplit(view, data with { DetailQuestion = detailed, Detail = await Ask(detailed, known?.Former ?? known, ending) }, known, ending);
    }

    /// <summary>A third question where the tree parts by more than units: which of them, the answers before tell.</summary>
    private async Task<ReportData> WithSplit(ReportView view, ReportData data, ReportData? known, CancellationToken ending)
    {
        if (ReportModel.Of(view, data)?.SplitQuestion is not { } question)
            return data;
        if (known is { SplitQuestion: { } asked, Split: { } kept } && asked.Asks(question))
            return data with { SplitQuestion = question, Split = kept };
        var answer = await client.ExecuteAsync(Documents.Find(SplitQuestion.Document), question.Variables, ending);
        // The stages of a unit that does not answer are empty, and not without data.
        var isRead = answer.Data is not null && !(question.IsByStage && answer.Errors.Any(error => error.SilentUnit is not null));
        return data with { SplitQuestion = question, Split = isRead ? (answer with { Errors = [] }).Read<SplitAnswer>() : null };
    }

    private async Task<ReportAnswer?> Ask(ReportQuestion question, ReportData? known, CancellationToken ending)
    {
        var focus = known is { Question: { } asked, Answer.Focus: { } kept } && asked.AsksOfFocus(question) ? kept : null;
        var answer = await client.ExecuteAsync(Documents.Find(ReportQuestion.Document), question.Variables(withFocus: focus is null), ending);
        if (answer.Errors.Any(error => error.Code == UnknownUnit))
            return null;
        var read = answer.Read<ReportAnswer>();
        return focus is null ? read : read with { Focus = focus };
    }

    /// <summary>Where one part fails, such as an indicator that has no such period at schools, its visual says so and the others stand.</summary>
    private async Task<DetailAnswer> Ask(DetailQuestion question, ReportData? known, CancellationToken ending)
    {
        var matrix = known is { DetailQuestion: { } asked, Detail.Matrix: { } kept } && asked.AsksOfMatrix(question) ? kept : null;
        var answer = await client.ExecuteAsync(Documents.Find(DetailQuestion.Document), question.Variables(withMatrix: matrix is null), ending);
        var read = answer.Data is null ? answer.Read<DetailAnswer>() : (answer with { Errors = [] }).Read<DetailAnswer>();
        return matrix is null ? read : read with { Matrix = matrix };
    }
}
