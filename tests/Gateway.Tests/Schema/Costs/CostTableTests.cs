using EduAnalytics.Gateway.Transport.Costs;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Tests.Schema.Costs;

public sealed class CostTableTests(EduServer server) : IClassFixture<EduServer>
{
    /// <summary>Lists that are read off their object and are short by nature.</summary>
    private static readonly string[] Short =
    [
        "Criterion.remedies", "CriterionResult.remedies", "Standard.notComputed", "Problem.indicators", "Comparison.warnings",
        "FindingCounts.periods", "FindingCounts.severities", "FindingCounts.rules", "FindingCounts.states", "FindingCounts.orgUnits", "SubmissionPayload.errors",
    ];

    /// <summary>Lists whose length a field above states.</summary>
    private static readonly string[] SizedAbove =
    [
        "OrgUnitConnection.nodes", "OrgUnitConnection.edges", "FindingConnection.nodes", "FindingConnection.edges", "Comparison.series",
        "ComparisonSeries.points", "Distribution.schools", "Breakdown.rows", "Compliance.results", "Compliance.tallies", "Standard.criteria",
    ];

    [Fact]
    public void Every_field_that_takes_arguments_or_gives_a_list_of_objects_has_a_cost()
    {
        var schema = server.Services.GetRequiredService<ISchema>();
        schema.Initialize();

        var without = schema.AllTypes.OfType<IObjectGraphType>()
            .Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(type => type.Fields.Select(field => (Name: $"{type.Name}.{field.Name}", Field: field)))
            .Where(pair => pair.Field.Arguments is { Count: > 0 } || GivesObjects(pair.Field))
            .Where(pair => pair.Field.Costing() is null)
            .Select(pair => pair.Name)
            .Except(Short).Except(SizedAbove);

        Assert.Empty(without);
    }

    private static bool GivesObjects(FieldType field) =>
        field.ResolvedType is { } type
        && type.ToString()!.Contains('[', StringComparison.Ordinal)
        && type.GetNamedType() is IObjectGraphType;
}
