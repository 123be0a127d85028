using System.Globalization;
using EduAnalytics.Domain.Standards;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Standards;

internal sealed class StandardType : OutputType<Standard>
{
    public StandardType()
    {
        Name = "Standard";
        Required<IdGraphType>("code").Resolve(context => context.Source.Code);
        Required<StringGraphType>("name").Resolve(context => context.Source.Name);
        Required<StringGraphType>("nameEn").Resolve(context => context.Source.NameEn);
        Required<StringGraphType>("source").Resolve(context => context.Source.Source);
        Required<BooleanGraphType>("sourceConfirmed")
            .Description("False where the catalogue's authors have not seen the document itself.")
            .Resolve(context => context.Source.SourceConfirmed);
        Required<IntGraphType>("definitionVersion")
            .Description("Rises when the standard's wording here changes its meaning.")
            .Resolve(context => context.Source.Version.Number);
        Required<StringGraphType>("definitionFrom")
            .Description("The first day on which this wording holds: '2017-04-19'.")
            .Resolve(context => context.Source.Version.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        List<CriterionType>("criteria").Resolve(context => context.Source.Criteria);
        List<UncomputedDutyType>("notComputed")
            .Description("What the document asks for besides, and no figure held here can tell.")
            .Resolve(context => context.Source.NotComputed);
    }
}

internal sealed class UncomputedDutyType : OutputType<UncomputedDuty>
{
    public UncomputedDutyType()
    {
        Name = "UncomputedDuty";
        Optional<StringGraphType>("section").Resolve(context => context.Source.Section);
        Required<StringGraphType>("name").Resolve(context => context.Source.Name);
        Required<StringGraphType>("nameEn").Resolve(context => context.Source.NameEn);
        Required<StringGraphType>("reason").Resolve(context => context.Source.Reason);
        Required<StringGraphType>("reasonEn").Resolve(context => context.Source.ReasonEn);
    }
}
