using EduAnalytics.Gateway.Export.Arrow;
using EduAnalytics.Gateway.Export.Csv;
using EduAnalytics.Gateway.Export.Lists;
using EduAnalytics.Gateway.Export.Requests;
using EduAnalytics.Gateway.Export.Workbooks;
using EduAnalytics.Gateway.Transport.Rates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Export;

/// <summary>Comparisons and lists as files, by address: for spreadsheets and statistics programs, which read addresses and no GraphQL.</summary>
internal static class ExportEndpoints
{
    public const string WarningsPath = "/export/comparison-warnings.csv";

    private static readonly string[] reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapEduExport(this IEndpointRouteBuilder endpoints)
    {
        var exports = endpoints.ServiceProvider.GetRequiredService<ComparisonExports>();
        var formats = new IExportFormat[] { new CsvFormat(), new WorkbookFormat(endpoints.ServiceProvider.GetRequiredService<TimeProvider>()), new ArrowFormat() };
        var counted = endpoints.MapGroup("");
        endpoints.ServiceProvider.GetRequiredService<CountedRequests>()
            .At(counted, (http, problem) => ExportProblem.Of(problem).AsResult().ExecuteAsync(http));
        foreach (var format in formats)
            counted.MapMethods($"/export/comparison.{format.Extension}", reading, http => exports.Answer(http, format, "comparison"));
        counted.MapMethods(WarningsPath, reading, http => exports.Answer(http, new WarningsCsvFormat(), "comparison-warnings"));
        var (lists, files) = (endpoints.ServiceProvider.GetServices<IListedNumbers>().ToList(), endpoints.ServiceProvider.GetRequiredService<ListExports>());
        foreach (var list in lists)
            foreach (var format in ListExports.Formats)
                counted.MapMethods($"/export/{list.Name}.{format}", reading, http => files.Answer(http, list, format));
        var listed = lists.SelectMany(list => ListExports.Formats.Select(format => $"/export/{list.Name}.{format}"));
        counted.MapMethods("/export/{**file}", reading, (string? file) => new ExportProblem(
            StatusCodes.Status404NotFound,
            "NOT_FOUND",
            null,
            $"There is no '{file}' here. There are: {string.Join(", ", formats.Select(format => $"/export/comparison.{format.Extension}").Append(WarningsPath).Concat(listed))}.").AsResult());
    }
}
