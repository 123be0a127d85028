using System.Globalization;
using EduAnalytics.Domain.Standards;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Standards;

internal sealed class StandardType : OutputType<Standard>
{
    public StandardType()
    {
        Name = "Standard";
        Required<IdGraphType>("code").From(source => source.Code);
        Required<StringGraphType>("name").From(source => source.Name);
        Required<StringGraphType>("nameEn").From(source => source.NameEn);
        Required<StringGraphType>("source").From(source => source.Source);
        Required<BooleanGraphType>("sourceConfirmed")
            .Description("False where the catalogue's authors have not seen the document itself.")
            .From(source => source.SourceConfirmed);
        Required<IntGraphType>("definitionVersion")
            .Description("Rises when the standard's wording here changes its meaning.")
            .From(source => source.Version.Number);
        Required<StringGraphType>("definitionFrom")
            .Description("The first day on which this wording holds: '2017-04-19'.")
            .From(source => source.Version.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        List<CriterionType>("criteria").From(source => source.Criteria);
        List<UncomputedDutyType>("notComputed")
            .Description("What the document asks for besides, and no figure held here can tell.")
            .From(source => source.NotComputed);
    }
}

internal sealed class UncomputedDutyType : OutputType<UncomputedDuty>
{
    public UncomputedDutyType()
    {
        Name = "UncomputedDuty";
        Optional<StringGraphType>("section").From(source => source.Section);
        Required<StringGraphType>("name").From(source => source.Name);
        Required<StringGraphType>("nameEn").From(source => source.NameEn);
        Required<StringGraphType>("reason").From(source => source.Reason);
        Required<StringGraphType>("reasonEn").From(source => source.ReasonEn);
    }
}
