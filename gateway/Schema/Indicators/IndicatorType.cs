using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Indicators;

internal sealed class IndicatorType : OutputType<Indicator>
{
    public IndicatorType(Catalogue catalogue)
    {
        Name = "Indicator";
        Required<IdGraphType>("code").From(source => source.Code);
        Required<StringGraphType>("name").From(source => source.Name);
        Required<StringGraphType>("nameEn").From(source => source.NameEn);
        Required<StringGraphType>("group").From(source => source.Group);
        Required<StringGraphType>("unit").From(source => source.Unit);
        Required<IntGraphType>("decimals").From(source => source.Decimals);
        Required<EnumerationGraphType<Direction>>("direction").From(source => source.Direction);
        Required<StringGraphType>("definition").From(source => source.Definition);
        Optional<StringGraphType>("definitionEn")
            .Description("The definition in English, null where the catalogue has none.")
            .From(source => source.DefinitionEn);
        Optional<StringGraphType>("source").From(source => source.Source);
        Required<BooleanGraphType>("sourceConfirmed")
            .Description("False where something of the source was not seen in a public text.")
            .From(source => source.SourceConfirmed);
        Optional<StringGraphType>("sourceDoubt")
            .Description("What of the source was not seen in a public text, in English; null where all of it was.")
            .From(source => source.SourceDoubt);
        List<EnumerationGraphType<PeriodType>>("periodTypes")
            .Description("The kinds of period by which it is kept, the usual one first; values of two kinds are not like for like.")
            .From(source => source.PeriodTypes);
        List<EnumerationGraphType<SchoolStage>>("stages")
            .Description("The stages for which it is kept, empty where it is kept for all stages together only.")
            .From(source => source.Stages);
        List<FormulaTermType>("terms")
            .Description("The measures that its formula names, or the indicators where it counts targets met: what the codes in explanations are called.")
            .From(source => FormulaTerm.Of(source, catalogue));
    }
}
