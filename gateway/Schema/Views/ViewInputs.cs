using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Views;

/// <summary>A saveView as sent.</summary>
internal sealed record ViewSaving(string SubmissionId, string Name, string Address, bool Pinned);

internal sealed class SaveViewInput : InputType<ViewSaving>
{
    public SaveViewInput()
    {
        Name = "SaveViewInput";
        Field<NonNullGraphType<IdGraphType>>("submissionId").Description("The view's id from then on.");
        Field<NonNullGraphType<StringGraphType>>("name").Description("1 to 80 characters, unlike the reader's other names.");
        Field<NonNullGraphType<StringGraphType>>("address")
            .Description("Path and query of a page, without a host, at most 2,000 characters: /report?at=230404&indicator=dropout.rate.");
        Field<BooleanGraphType>("pinned").Description("True to put it on the home page at once, where at most 12 stand.");
    }

    protected override ViewSaving Read(InputMembers members) => new(
        members.Text("submissionId"), members.Text("name"), members.Text("address"), members.ValueOrNull<bool>("pinned") ?? false);
}

/// <summary>A renameView as sent.</summary>
internal sealed record ViewRenaming(string SubmissionId, string View, string Name);

internal sealed class RenameViewInput : InputType<ViewRenaming>
{
    public RenameViewInput()
    {
        Name = "RenameViewInput";
        Required<IdGraphType>("submissionId");
        Field<NonNullGraphType<IdGraphType>>("view").Description("SavedView.id.");
        Field<NonNullGraphType<StringGraphType>>("name").Description("1 to 80 characters, unlike the reader's other names.");
    }

    protected override ViewRenaming Read(InputMembers members) => new(members.Text("submissionId"), members.Text("view"), members.Text("name"));
}

/// <summary>A pinView as sent.</summary>
internal sealed record ViewPinning(string SubmissionId, string View, bool Pinned);

internal sealed class PinViewInput : InputType<ViewPinning>
{
    public PinViewInput()
    {
        Name = "PinViewInput";
        Required<IdGraphType>("submissionId");
        Field<NonNullGraphType<IdGraphType>>("view").Description("SavedView.id.");
        Field<NonNullGraphType<BooleanGraphType>>("pinned").Description("True to put it on the home page, false to take it away.");
    }

    protected override ViewPinning Read(InputMembers members) =>
        new(members.Text("submissionId"), members.Text("view"), members.Value<bool>("pinned"));
}

/// <summary>A deleteView as sent.</summary>
internal sealed record ViewDeletion(string SubmissionId, string View);

internal sealed class DeleteViewInput : InputType<ViewDeletion>
{
    public DeleteViewInput()
    {
        Name = "DeleteViewInput";
        Required<IdGraphType>("submissionId");
        Field<NonNullGraphType<IdGraphType>>("view").Description("SavedView.id.");
    }

    protected override ViewDeletion Read(InputMembers members) => new(members.Text("submissionId"), members.Text("view"));
}
