using System.Collections.Immutable;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Domain.Views;

namespace EduAnalytics.Domain.Tests.Views;

public sealed class ViewRulesTests
{
    private readonly SavedViews views = new();

    [Fact]
    public void Pinned_views_come_first_and_each_group_by_name()
    {
        Keep("1", "beta", pinned: false);
        Keep("2", "Gamma", pinned: true);
        Keep("3", "alpha", pinned: false);
        Keep("4", "Delta", pinned: true);

        Assert.Equal(["Delta", "Gamma", "alpha", "beta"], views.All.Select(view => view.Name));
    }

    [Theory]
    [InlineData("", "MISSING")]
    [InlineData("two\nlines", "MISSING")]
    [InlineData("VIEW", "NAME_TAKEN")]
    public void A_name_is_there_in_one_line_and_unlike_the_others(string name, string code)
    {
        Keep("1", "View");
        Keep("2", "Other");

        Assert.Equal((code, "name"), CodeAndField(ViewRules.Check(Saved("3", name), views)));
        Assert.Equal((code, "name"), CodeAndField(ViewRules.Check(new ViewRenamed("r", default, "2", name), views)));
    }

    [Fact]
    public void A_name_that_is_too_long_is_told_how_long_it_may_be()
    {
        Assert.Empty(ViewRules.Check(Saved("1", new string('名', 80)), views));

        var error = Assert.Single(ViewRules.Check(Saved("1", new string('名', 81)), views));
        Assert.Equal(("NAME_TOO_LONG", "A view's name has at most 80 characters; 81 were given."), (error.Code, error.Message));
    }

    [Fact]
    public void A_view_may_be_renamed_to_its_own_name_in_other_letters()
    {
        Keep("1", "View");

        Assert.Empty(ViewRules.Check(new ViewRenamed("r", default, "1", "VIEW"), views));
    }

    [Fact]
    public void One_owner_keeps_at_most_200_views()
    {
        for (var n = 0; n < ViewRules.MostViews; n++)
        {
            Assert.Empty(ViewRules.Check(Saved($"{n}", $"view {n}"), views));
            Keep($"{n}", $"view {n}");
        }

        var error = Assert.Single(ViewRules.Check(Saved("one more", "one more"), views));
        Assert.Equal("TOO_MANY_VIEWS", error.Code);
        Assert.Contains("200", error.Message, StringComparison.Ordinal);
        Assert.Empty(ViewRules.Check(new ViewDeleted("d", default, "7"), views));
    }

    [Fact]
    public void A_home_page_has_at_most_12_views_and_one_that_is_there_may_be_pinned_again()
    {
        for (var n = 0; n < ViewRules.MostPinned; n++)
            Keep($"{n}", $"view {n}", pinned: true);
        Keep("spare", "spare");

        Assert.Equal(("TOO_MANY_PINNED", "pinned"), CodeAndField(ViewRules.Check(Saved("new", "new", pinned: true), views)));
        Assert.Equal(("TOO_MANY_PINNED", "pinned"), CodeAndField(ViewRules.Check(new ViewPinned("p", default, "spare"), views)));
        Assert.Empty(ViewRules.Check(new ViewPinned("p", default, "3"), views));

        views.Apply(new ViewUnpinned("u", default, "3"));
        Assert.Empty(ViewRules.Check(new ViewPinned("p", default, "spare"), views));
    }

    [Fact]
    public void What_is_not_there_cannot_be_renamed_pinned_unpinned_or_deleted()
    {
        Keep("1", "gone");
        views.Apply(new ViewDeleted("d", default, "1"));

        foreach (var errors in new[]
        {
            ViewRules.Check(new ViewRenamed("r", default, "1", "new name"), views),
            ViewRules.Check(new ViewPinned("p", default, "1"), views),
            ViewRules.Check(new ViewUnpinned("u", default, "1"), views),
            ViewRules.Check(new ViewDeleted("e", default, "1"), views),
        })
            Assert.Equal(("UNKNOWN_VIEW", "view"), CodeAndField(errors));
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var errors = ViewRules.Check(new ViewSaved("1", default, "", "https://example.org", false), views);

        Assert.Equal(["MISSING", "BAD_ADDRESS"], errors.Select(error => error.Code));
    }

    private static (string Code, string? Field) CodeAndField(ImmutableArray<SubmissionError> errors)
    {
        var error = Assert.Single(errors);
        return (error.Code, error.Field);
    }

    private static ViewSaved Saved(string id, string name, bool pinned = false) => new(id, default, name, "/report", pinned);

    private void Keep(string id, string name, bool pinned = false) => views.Apply(Saved(id, name, pinned));
}
