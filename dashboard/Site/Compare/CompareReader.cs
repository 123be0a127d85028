using System.Collections.Immutable;
using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.GraphQL;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Dashboard.Compare;

/// <summary>Reads what a compare view shows, for the page and for the plot's own address alike.</summary>
public sealed class CompareReader(IGraphQLClient client, IOptions<DashboardOptions> options, TimeProvider time)
{
    private static readonly ImmutableDictionary<string, object?> None = ImmutableDictionary<string, object?>.Empty;

    /// <param name="known">What was read before; kept where the view asks for nothing else.</param>
    /// <exception cref="GraphQLRefusedException">The view names a unit that does not exist.</exception>
    /// <exception cref="GraphQLUnreachableException">The gateway does not answer.</exception>
    public async Task<CompareData> Read(CompareView view, CompareData? known, CancellationToken cancellationToken)
    {
        var catalogue = known?.Catalogue ?? await ReadCatalogue(cancellationToken);
        if (QuestionOf(view, catalogue) is not { } question)
            return new CompareData(catalogue, null, null);
        if (known is { Question: { } asked, Answer: not null } && asked.Asks(question))
            return known;
        var answer = await client.ExecuteAsync(Documents.Find(CompareQuestion.Document), question.Variables, cancellationToken);
        return new CompareData(catalogue, question, answer.Read<CompareAnswer>());
    }

    /// <summary>
    /// Fills in what the view leaves open. A stage that the indicator is not kept for is left out, since a reader who
    /// changes the indicator means the indicator.
    /// </summary>
    internal CompareQuestion? QuestionOf(CompareView view, CatalogueAnswer catalogue)
    {
        var wanted = view.Indicator ?? options.Value.FirstIndicator;
        var indicator = catalogue.Indicators.FirstOrDefault(one => one.Code == wanted)
            ?? (view.Indicator is null && catalogue.Indicators is [var first, ..] ? first : null);
        var districts = catalogue.Districts().Select(unit => unit.Id).ToList();
        var parent = view.Units.Count > 0 ? null : view.Parent;
        IReadOnlyList<string> units = view.Units.Count > 0 ? [.. view.Units] : parent is null ? districts : [];
        if (indicator is null || (units.Count == 0 && parent is null))
            return null;
        var stage = view.Stage is { } given && indicator.Stages.Contains(given) ? view.Stage : null;
        var asOf = view.AsOf is { } moment && moment.IsPast(time) ? moment : null;
        return new CompareQuestion(indicator, units, stage, asOf) { Parent = parent, Others = OthersThan(units, districts) };
    }

    /// <summary>One other district would be a line and no band; and schools are not held against districts.</summary>
    private static IReadOnlyList<string> OthersThan(IReadOnlyList<string> units, IReadOnlyList<string> districts)
    {
        var others = districts.Except(units).ToList();
        return units.Count > 0 && others.Count > 1 && units.All(districts.Contains) ? others : [];
    }

    private async Task<CatalogueAnswer> ReadCatalogue(CancellationToken cancellationToken)
    {
        var answer = await client.ExecuteAsync(Documents.Find("Compare/Catalogue.graphql"), None, cancellationToken);
        return answer.Read<CatalogueAnswer>();
    }
}
