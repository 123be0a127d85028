using EduAnalytics.Domain.Views;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Views;

internal sealed class SavedViewType : OutputType<SavedView>
{
    public SavedViewType()
    {
        Name = "SavedView";
        Description = "A page of the dashboard with all its choices, kept under a name.";
        Required<IdGraphType>("id").Description("The submissionId of the saveView that made it.").From(source => source.Id);
        Required<StringGraphType>("name").Description("Unique among the reader's views, letters large and small alike.").From(source => source.Name);
        Required<StringGraphType>("address")
            .Description("Path and query at the dashboard. Whoever may read the figures may open it: so a view is shared.")
            .From(source => source.Address);
        Required<BooleanGraphType>("pinned").Description("Whether it stands on the reader's home page.").From(source => source.Pinned);
    }
}
