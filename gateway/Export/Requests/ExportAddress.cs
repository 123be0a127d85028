using System.Diagnostics.CodeAnalysis;
using EduAnalytics.Gateway.Queries;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Gateway.Export.Requests;

/// <summary>Reads the address of a comparison.</summary>
internal static class ExportAddress
{
    private static readonly string[] known = ["orgUnits", "childrenOf", "indicators", "stage", "from", "to", "asOf", "lang", "layout", "bom"];

    private static readonly Dictionary<string, ExportLayout> layouts = new() { ["long"] = ExportLayout.Long, ["wide"] = ExportLayout.Wide };

    public static bool TryRead(
        HttpRequest http, [NotNullWhen(true)] out ExportRequest? request, [NotNullWhen(false)] out ExportProblem? problem)
    {
        var parameters = new ExportParameters(http, known);
        request = Read(parameters);
        problem = parameters.Problem;
        if (problem is not null)
            request = null;
        return problem is null;
    }

    private static ExportRequest Read(ExportParameters parameters)
    {
        var indicators = parameters.List("indicators");
        if (indicators.Count == 0)
            parameters.Refuse("indicators", "Name at least one indicator: indicators=preschool.public_share,dropout.rate.");
        var orgUnits = parameters.List("orgUnits");
        var asked = new ComparisonQuery(
            orgUnits.Count == 0 ? null : orgUnits,
            parameters.Text("childrenOf"),
            indicators,
            parameters.Stage("stage"),
            new PeriodRange(parameters.PeriodAt("from"), parameters.PeriodAt("to")),
            parameters.InstantAt("asOf"));
        return new ExportRequest(
            parameters.Address, asked, parameters.Choice("layout", layouts) ?? ExportLayout.Long, parameters.Language(), parameters.HasByteOrderMark());
    }
}
