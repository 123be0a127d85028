using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Submissions;

namespace EduAnalytics.Gateway.Ingest.Lines;

/// <summary>Lines of <c>/ingest/org-units</c>: parents before their children. A window's units are one submission to the tree.</summary>
internal sealed class OrgUnitFormat(SubmissionCommands commands, Caller caller) : ILineFormat<OrgUnit>
{
    private const string Fields = "code, name, nameEn, parent, level, stages, synthetic";
    private const string Tree = "org-units";

    public string OwnerField => "tree";

    public (LineOwner? Owner, OrgUnit? Value) Read(ref JsonLine line, TextPool texts)
    {
        line.BelongsTo(Tree);
        string? code = null, name = null, nameEn = null, parent = null;
        OrgUnitLevel? level = null;
        var stages = ImmutableArray<SchoolStage>.Empty;
        var synthetic = false;
        while (line.NextField())
        {
            if (line.Takes("code"u8))
                code = line.Text("code");
            else if (line.Takes("name"u8))
                name = line.Text("name");
            else if (line.Takes("nameEn"u8))
                nameEn = line.Text("nameEn");
            else if (line.Takes("parent"u8))
                parent = line.Text("parent");
            else if (line.Takes("level"u8))
                level = line.Word<OrgUnitLevel>("level");
            else if (line.Takes("stages"u8))
                stages = ReadStages(ref line);
            else if (line.Takes("synthetic"u8))
                synthetic = line.Truth("synthetic") ?? false;
            else
                line.RefuseField(Fields);
        }

        line.Require(code is not null, "code");
        line.Require(name is not null, "name");
        line.Require(level is not null, "level");
        var id = Id(ref line, code, "code");
        OrgUnitId? above = parent is null ? null : Id(ref line, parent, "parent");
        return (new LineOwner(Tree, null), line.Fault is null ? new OrgUnit(id, name!, nameEn, level!.Value, above, stages, synthetic) : null);
    }

    public Task<SubmissionOutcome> Submit(string submissionId, LineOwner owner, ImmutableArray<OrgUnit> lines) =>
        commands.RegisterOrgUnits(caller, submissionId, lines);

    private static ImmutableArray<SchoolStage> ReadStages(ref JsonLine line)
    {
        var stages = ImmutableArray.CreateBuilder<SchoolStage>();
        if (!line.EnterList("stages"))
            return [];
        while (line.NextWord())
            if (line.Word<SchoolStage>("stages") is { } stage)
                stages.Add(stage);
        return stages.ToImmutable();
    }

    private static OrgUnitId Id(ref JsonLine line, string? text, string field)
    {
        if (!OrgUnitId.TryParse(text, out var id, out var reason) && text is not null)
            line.Refuse(SubmissionErrorCodes.BadValue, reason, field);
        return id;
    }
}
