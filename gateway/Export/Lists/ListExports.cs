using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Export.Csv;
using EduAnalytics.Gateway.Export.Requests;
using EduAnalytics.Gateway.Export.Tables;
using EduAnalytics.Gateway.Export.Workbooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SpreadCheetah;

namespace EduAnalytics.Gateway.Export.Lists;

/// <summary>Answers an address with a list as a file, or with the reason why there is none.</summary>
internal sealed class ListExports(ExportFailures failures, IOptions<GatewayOptions> options, TimeProvider time)
{
    /// <summary>What the address of every list may have.</summary>
    private static readonly string[] common = ["lang", "bom"];

    /// <summary>The formats by the end of the address.</summary>
    public static IReadOnlyList<string> Formats => ["csv", "xlsx"];

    public async Task Answer(HttpContext http, IListedNumbers list, string format)
    {
        var parameters = new ExportParameters(http.Request, [.. list.Parameters, .. common]);
        var (language, hasMark) = (parameters.Language(), parameters.HasByteOrderMark());
        var read = list.Ask(parameters, language);
        if (parameters.Problem is { } problem)
        {
            await problem.AsResult().ExecuteAsync(http);
            return;
        }

        ExportTable table;
        try
        {
            var caller = http.RequestServices.GetRequiredService<RequestCaller>().Of(http.User);
            table = await read(caller).WaitAsync(TimeSpan.FromSeconds(options.Value.ExecutionTimeoutSeconds), http.RequestAborted);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure)
        {
            await failures.ProblemOf(failure, ExportProblem.Of).AsResult().ExecuteAsync(http);
            return;
        }

        var file = new ExportFile(
            ExportFileName.Of(list.Name, [.. list.Parameters.Select(parameters.Text)], format),
            format == "csv" ? CsvFile.ContentType : WorkbookFormat.MediaType,
            await ExportTag.Of($"{list.Name} {format} {language} {hasMark}", [table], http.RequestAborted),
            (to, ending) => format == "csv"
                ? CsvFile.Write(table, to, hasMark, ending)
                : WriteWorkbook(table, WorkbookNotes.Of(parameters.Address, language, time.GetUtcNow()), language, to, ending));
        await file.Send(http);
    }

    private static async Task WriteWorkbook(ExportTable table, WorkbookNotes notes, ExportLanguage language, Stream to, CancellationToken ending)
    {
        await using var workbook = await Spreadsheet.CreateNewAsync(to, cancellationToken: ending);
        var styles = new WorkbookStyles(workbook);
        await WorkbookSheet.Write(workbook, table, language, styles, ending);
        await notes.Write(workbook, language, styles, ending);
        await workbook.FinishAsync(ending);
    }
}
