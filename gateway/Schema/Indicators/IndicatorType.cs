using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Indicators;

internal sealed class IndicatorType : OutputType<Indicator>
{
    public IndicatorType()
    {
        Name = "Indicator";
        Required<IdGraphType>("code").Resolve(context => context.Source.Code);
        Required<StringGraphType>("name").Resolve(context => context.Source.Name);
        Required<StringGraphType>("nameEn").Resolve(context => context.Source.NameEn);
        Required<StringGraphType>("group").Resolve(context => context.Source.Group);
        Required<StringGraphType>("unit").Resolve(context => context.Source.Unit);
        Required<IntGraphType>("decimals").Resolve(context => context.Source.Decimals);
        Required<EnumerationGraphType<Direction>>("direction").Resolve(context => context.Source.Direction);
        Required<StringGraphType>("definition").Resolve(context => context.Source.Definition);
        Optional<StringGraphType>("definitionEn")
            .Description("The definition in English, null where the catalogue has none.")
            .Resolve(context => context.Source.DefinitionEn);
        Optional<StringGraphType>("source").Resolve(context => context.Source.Source);
        Required<BooleanGraphType>("sourceConfirmed")
            .Description("False where something of the source was not seen in a public text.")
            .Resolve(context => context.Source.SourceConfirmed);
        Optional<StringGraphType>("sourceDoubt")
            .Description("What of the source was not seen in a public text, in English; null where all of it was.")
            .Resolve(context => context.Source.SourceDoubt);
        List<EnumerationGraphType<PeriodType>>("periodTypes")
            .Description("The kinds of period by which it is kept, the usual one first; values of two kinds are not like for like.")
            .Resolve(context => context.Source.PeriodTypes);
        List<EnumerationGraphType<SchoolStage>>("stages")
            .Description("The stages for which it is kept, empty where it is kept for all stages together only.")
            .Resolve(context => context.Source.Stages);
    }
}
