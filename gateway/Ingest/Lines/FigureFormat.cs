using System.Collections.Immutable;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Submissions;

namespace EduAnalytics.Gateway.Ingest.Lines;

/// <summary>Lines of <c>/ingest/figures</c>. Figures of one unit, document and section form a submission.</summary>
/// <param name="stream">The sender's name for the stream: where a figure stood whose line names no file.</param>
internal sealed class FigureFormat(SubmissionCommands commands, Caller caller, string stream) : ILineFormat<Figure>
{
    private const string Fields = "orgUnit, document, section, code, period, stage, value, quote, file, line";

    public string OwnerField => "orgUnit";

    public (LineOwner? Owner, Figure? Value) Read(ref JsonLine line, TextPool texts)
    {
        string? unit = null, document = null, section = null, code = null, period = null, quote = null, file = null;
        SchoolStage? stage = null;
        decimal? value = null;
        int? fileLine = null;
        while (line.NextField())
        {
            if (line.Takes("orgUnit"u8))
                unit = line.BelongsTo(line.PooledText("orgUnit", texts));
            else if (line.Takes("document"u8))
                document = line.PooledText("document", texts);
            else if (line.Takes("section"u8))
                section = line.PooledText("section", texts);
            else if (line.Takes("code"u8))
                code = line.PooledText("code", texts);
            else if (line.Takes("period"u8))
                period = line.PooledText("period", texts);
            else if (line.Takes("stage"u8))
                stage = line.Word<SchoolStage>("stage");
            else if (line.Takes("value"u8))
                value = line.Number("value");
            else if (line.Takes("quote"u8))
                quote = line.Text("quote");
            else if (line.Takes("file"u8))
                file = line.PooledText("file", texts);
            else if (line.Takes("line"u8))
                fileLine = line.Whole("line");
            else
                line.RefuseField(Fields);
        }

        line.Require(unit is not null, "orgUnit");
        line.Require(document is not null, "document");
        line.Require(code is not null, "code");
        line.Require(period is not null, "period");
        line.Require(value is not null, "value");
        if (file is null != fileLine is null)
            line.Refuse(SubmissionErrorCodes.Missing, "A figure out of a file names both file and line, or neither.", file is null ? "file" : "line");
        if (!Period.TryParse(period, out var read, out var reason) && period is not null)
            line.Refuse(SubmissionErrorCodes.WrongPeriod, reason, "period");

        // Which of two documents the line belongs to nobody can tell.
        var isOfOne = unit is not null && line.Fault?.Field is not ("document" or "section");
        LineOwner? owner = isOfOne ? new LineOwner(unit!, new Source(document ?? "", section)) : null;
        return (owner, line.Fault is null ? new Figure(code!, read, stage, value!.Value, quote, PlaceOf(file, fileLine, line.Place)) : null);
    }

    private FigurePlace PlaceOf(string? file, int? line, long number) =>
        file is { } named && line is { } row ? new FigurePlace(named, row) : new FigurePlace(stream, number);

    public Task<SubmissionOutcome> Submit(string submissionId, LineOwner owner, ImmutableArray<Figure> lines) =>
        commands.ReportFigures(caller, submissionId, owner.Unit, owner.Source!, lines);
}
