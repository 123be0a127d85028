using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Schema.Scalars;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Submissions;

/// <summary>A reportFigures as sent.</summary>
internal sealed record FiguresReport(string SubmissionId, string OrgUnit, Source Source, IReadOnlyList<Figure> Figures);

internal sealed class ReportFiguresInput : InputType<FiguresReport>
{
    public ReportFiguresInput()
    {
        Name = "ReportFiguresInput";
        Required<IdGraphType>("submissionId");
        Required<IdGraphType>("orgUnit");
        Required<SourceInput>("source");
        List<FigureInput>("figures");
    }

    protected override FiguresReport Read(InputMembers members) => new(
        members.Text("submissionId"), members.Text("orgUnit"), members.Object<Source>("source"), members.List<Figure>("figures"));
}

internal sealed class SourceInput : InputType<Source>
{
    public SourceInput()
    {
        Name = "SourceInput";
        Required<StringGraphType>("document");
        Optional<StringGraphType>("section");
    }

    protected override Source Read(InputMembers members) => new(members.Text("document"), members.TextOrNull("section"));
}

internal sealed class FigureInput : InputType<Figure>
{
    public FigureInput()
    {
        Name = "FigureInput";
        Required<IdGraphType>("code");
        Required<PeriodScalar>("period");
        Optional<EnumerationGraphType<SchoolStage>>("stage");
        Required<DecimalScalar>("value");
        Field<StringGraphType>("quote").Description("The document's own words, for whoever checks the figure later.");
    }

    protected override Figure Read(InputMembers members) => new(
        members.Text("code"),
        members.Value<Period>("period"),
        members.ValueOrNull<SchoolStage>("stage"),
        members.Value<decimal>("value"),
        members.TextOrNull("quote"));
}
