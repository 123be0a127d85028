using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Gateway.Queries.Problems;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Schema.Indicators;
using EduAnalytics.Gateway.Schema.Scalars;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Problems;

internal sealed class ProblemType : OutputType<Released<ListedProblem>>
{
    public ProblemType(Catalogue catalogue)
    {
        Name = "Problem";
        Description = "Something that an authority itself names as wrong.";
        Required<IdGraphType>("number")
            .Description("The ledger's own number for it.")
            .From(source => source.Shown.Problem.Number);
        Required<StringGraphType>("text")
            .Description("The problem in the document's words.")
            .From(source => source.Shown.Problem.Text);
        List<IndicatorType>("indicators")
            .Description("The indicators it is about; empty where it is about none that is kept here.")
            .From(source => source.Shown.Problem.Indicators.Select(catalogue.FindIndicator).OfType<Indicator>());
        Required<PeriodScalar>("period")
            .Description("The year in which the ledger was drawn up: it answers for that year's figures and those of the year before.")
            .From(source => source.Shown.Ledger.Period);
        Required<EnumerationGraphType<ProblemStatus>>("status").From(source => source.Shown.Problem.Status);
        Optional<StringGraphType>("correction")
            .Description("What is to be done about it, in the document's words.")
            .From(source => source.Shown.Problem.Correction);
        Required<SourceType>("source").From(source => source.Part(shown => shown.Ledger.Reference(shown.OrgUnit, shown.Problem)));
    }
}
