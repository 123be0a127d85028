using System.Collections.Immutable;
using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.GraphQL;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Dashboard.Report;

/// <summary>
/// Reads a whole report in two questions, however many visuals it has: the second needs the period that the answer to the
/// first shows to be the newest with data. A view that asks for nothing else asks nothing.
/// </summary>
public sealed class ReportReader(IGraphQLClient client, IOptions<DashboardOptions> options, TimeProvider time)
{
    private const string UnknownUnit = "UNKNOWN_ORG_UNIT";
    private static readonly ImmutableDictionary<string, object?> None = ImmutableDictionary<string, object?>.Empty;

    /// <param name="known">What was read before; null at first.</param>
    /// <exception cref="GraphQLRefusedException">The view names what does not exist or is not for the reader.</exception>
    /// <exception cref="GraphQLUnreachableException">The gateway does not answer.</exception>
    public async Task<ReportData> Read(ReportView view, ReportData? known, CancellationToken ending)
    {
        var catalogue = known?.Catalogue
            ?? (await client.ExecuteAsync(Documents.Find("Compare/Catalogue.graphql"), None, ending)).Read<CatalogueAnswer>();
        if (ReportQuestion.Of(view, catalogue, options.Value.FirstIndicator) is not { } question)
            return new ReportData(catalogue);
        var answer = known is { Question: { } asked, Answer: { } kept } && asked.Asks(question) ? kept : await Ask(question, ending);
        if (answer?.Root is null)
            return new ReportData(catalogue, question);
        var data = new ReportData(catalogue, question, answer);
        var detailed = DetailQuestion.Of(ReportModel.Of(view, data)!, FullYear.NewestAt(time));
        var detail = known is { DetailQuestion: { } before, Detail: { } same } && before.Asks(detailed) ? same : await Ask(detailed, ending);
        return data with { DetailQuestion = detailed, Detail = detail };
    }

    private async Task<ReportAnswer?> Ask(ReportQuestion question, CancellationToken ending)
    {
        var answer = await client.ExecuteAsync(Documents.Find(ReportQuestion.Document), question.Variables, ending);
        return answer.Errors.Any(error => error.Code == UnknownUnit) ? null : answer.Read<ReportAnswer>();
    }

    /// <summary>Where one part fails, such as an indicator that has no such period at schools, its visual says so and the others stand.</summary>
    private async Task<DetailAnswer> Ask(DetailQuestion question, CancellationToken ending)
    {
        var answer = await client.ExecuteAsync(Documents.Find(DetailQuestion.Document), question.Variables, ending);
        return answer.Data is null ? answer.Read<DetailAnswer>() : (answer with { Errors = [] }).Read<DetailAnswer>();
    }
}
