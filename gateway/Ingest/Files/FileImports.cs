using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text.Json;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Import;
using EduAnalytics.Import.Lines;
using EduAnalytics.Import.Mappings;
using EduAnalytics.Import.Tables;

namespace EduAnalytics.Gateway.Ingest.Files;

/// <summary>Table files on their way in: checked as a whole, then sent through the bulk API's own path.</summary>
public sealed class FileImports
{
    private readonly ReceivingSystem system;
    private readonly PieceSending sending;
    private readonly ICallers callers;

    internal FileImports(ReceivingSystem system, PieceSending sending, ICallers callers) =>
        (this.system, this.sending, this.callers) = (system, sending, callers);

    /// <summary>What the file comes to. Nothing is sent.</summary>
    /// <param name="file">Can be sought; stays open.</param>
    /// <param name="user">On whose behalf; one who may send nothing is refused before the file is read.</param>
    /// <returns><c>{"report":…}</c>, or <c>{"refusal":[…]}</c> where the file or the mapping cannot be read.</returns>
    public async Task<JsonElement> Check(Stream file, ImportWishes wishes, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        SendingCallers.TryAdmit(callers, user, out _, out var refusal)
            ? (await Open(file, wishes, cancellationToken)).Answer
            : ReportJson.Refusal([refusal.Message]);

    /// <summary>
    /// Sends a file without problems, or without its bad rows where that is wished. Once the caller goes away the piece under
    /// way is brought to its end, and no other begins.
    /// </summary>
    /// <returns>What <see cref="Check"/> returns, then <c>{"progress":…}</c> after each piece; the last is complete.</returns>
    public async IAsyncEnumerable<JsonElement> Send(
        Stream file, ImportWishes wishes, ClaimsPrincipal user, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!SendingCallers.TryAdmit(callers, user, out var caller, out var refusal))
        {
            yield return ReportJson.Refusal([refusal.Message]);
            yield break;
        }

        var (import, report, answer) = await Open(file, wishes, cancellationToken);
        yield return answer;
        if (import is null || report?.Plan is not { } plan || (!report.IsClean && !wishes.SkipBadRows))
            yield break;
        var tally = new SendingTally();
        var name = import.NameOf(plan, wishes.SkipBadRows && !report.IsClean);
        foreach (var piece in ImportPiece.Cut(name, import.Lines(plan, cancellationToken)))
        {
            tally.Add(await sending.Send(caller, plan.Kind, piece));
            yield return ReportJson.Progress(tally, report.Tally.Lines, tally.Lines == report.Tally.Lines);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task<(ImportFile? Import, ImportReport? Report, JsonElement Answer)> Open(
        Stream file, ImportWishes wishes, CancellationToken cancellationToken)
    {
        var knowledge = await system.Knowledge();
        var mapping = Mapping.None;
        if (!string.IsNullOrWhiteSpace(wishes.Mapping))
        {
            switch (MappingReader.Read(new StringReader(wishes.Mapping), "mapping", knowledge.Codes))
            {
                case MappingReading.Faulty faulty:
                    return (null, null, ReportJson.Refusal(faulty.Errors.Select(error => error.ToString())));
                case MappingReading.Complete complete:
                    mapping = complete.Mapping;
                    break;
            }
        }

        mapping = mapping with { OrgUnit = Given(wishes.OrgUnit) ?? mapping.OrgUnit, Document = Given(wishes.Document) ?? mapping.Document ?? wishes.FileName };
        try
        {
            // Reading is work for a core and not for one of the threads that answer requests.
            return await Task.Run(
                () =>
                {
                    var import = new ImportFile(file, Path.GetFileName(wishes.FileName), mapping, knowledge);
                    var report = import.Check(cancellationToken);
                    return (import, report, ReportJson.Report(report));
                },
                cancellationToken);
        }
        catch (TableFileException fault)
        {
            return (null, null, ReportJson.Refusal([fault.Message]));
        }
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
