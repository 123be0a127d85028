using System.Text;
using EduAnalytics.Cli.Simulate;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Grains.Catalogues;
using EduAnalytics.Import;
using EduAnalytics.Import.Columns;
using EduAnalytics.Import.Mappings;
using EduAnalytics.Import.Tables;

namespace EduAnalytics.Cli.Import;

/// <summary>One import from the first look to the last answer: the whole file is checked before anything of it is sent.</summary>
internal sealed class ImportRun(ImportSettings settings, TimeProvider time, TextWriter output, TextWriter complaints)
{
    /// <returns>The program's exit code.</returns>
    public async Task<int> Run(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = settings.Address, Timeout = TimeSpan.FromMinutes(10) };
        TokenOption.Present(http, settings.Token);
        try
        {
            if (CatalogueReader.Read(settings.Catalogue) is not CatalogueReading.Complete { Catalogue: var catalogue })
                return Fail(ExitCodes.Refused, $"The catalogue in {settings.Catalogue} cannot be used; ./edu catalogue check {settings.Catalogue} says why.");
            if (ReadMapping(catalogue) is not { } mapping)
                return ExitCodes.Refused;
            var units = await KnownUnits.ReadFrom(new GraphQLEndpoint(http, new Uri(settings.Address, "/graphql")), cancellationToken);
            var knowledge = new ImportKnowledge(catalogue, units, DateOnly.FromDateTime(time.GetLocalNow().DateTime));
            await using var file = File.OpenRead(settings.File);
            return await Run(new ImportFile(file, Path.GetFileName(settings.File), mapping, knowledge), http, cancellationToken);
        }
        catch (Exception fault) when (fault is EndpointException or TableFileException or SendingFailedException)
        {
            return Fail(fault is TableFileException ? ExitCodes.Refused : ExitCodes.Failed, fault.Message);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return Fail(ExitCodes.Refused, fault.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Fail(ExitCodes.Failed, "Stopped before anything was sent.");
        }
    }

    private async Task<int> Run(ImportFile file, HttpClient http, CancellationToken cancellationToken)
    {
        var progress = ProgressDisplay.For(output, time);
        var report = await progress.Show("checked", null, rows => Task.Run(
            () => file.Check(cancellationToken, new Share(share => rows(null, share))), cancellationToken));
        ReportText.Write(report, settings.File, output);
        if (report.Plan is null || (!report.IsClean && !settings.SkipBadRows))
        {
            return Fail(ExitCodes.Refused, report.Plan is null || report.Tally.Rows == 0
                ? "Nothing was sent."
                : "Nothing was sent. Mend the file, or leave the bad rows out with --skip-bad-rows.");
        }

        if (settings.DryRun)
        {
            output.WriteLine("A dry run: nothing was sent.");
            return ExitCodes.Ok;
        }

        var sending = new FileSending(http, file, report, settings.SkipBadRows && !report.IsClean, time);
        await progress.Show("sent", report.Tally.Lines, lines => sending.Run(done => lines(done, (double)done / Math.Max(1, report.Tally.Lines)), cancellationToken));
        return Close(sending);
    }

    private int Close(FileSending sending)
    {
        SendingText.Write(sending.Tally, output);
        if (sending.Stopped)
            return Fail(ExitCodes.Failed, $"Stopped after {sending.Tally.Lines:N0} of {sending.Total:N0} lines; all of them are on disk. The same command goes on from there: what was sent counts once.");
        return sending.Tally.Refused > 0 ? ExitCodes.Failed : ExitCodes.Ok;
    }

    private Mapping? ReadMapping(Catalogue catalogue)
    {
        var mapping = Mapping.None;
        if (settings.Mapping is { } path)
        {
            using var text = new StreamReader(path, Encoding.UTF8);
            switch (MappingReader.Read(text, path, new CatalogueCodes(catalogue)))
            {
                case MappingReading.Faulty faulty:
                    foreach (var error in faulty.Errors)
                        complaints.WriteLine(error);
                    return null;
                case MappingReading.Complete complete:
                    mapping = complete.Mapping;
                    break;
            }
        }

        return mapping with
        {
            OrgUnit = settings.OrgUnit ?? mapping.OrgUnit,
            Document = settings.Document ?? mapping.Document ?? Path.GetFileName(settings.File),
        };
    }

    private int Fail(int code, string why)
    {
        complaints.WriteLine($"edu: {why}");
        return code;
    }

    private sealed class Share(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
