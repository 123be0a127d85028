using System.Text;
using EduAnalytics.Contracts.Views;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Domain.Views;

namespace EduAnalytics.Grains.Tests;

public sealed class SavedViewTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task Every_change_of_a_view_is_there_after_a_restart()
    {
        var views = Of("restarted");
        Accepted(await views.Save("a", " 向阳区 2023 ", "/report?pick=230402~2023~", pinned: true));
        Accepted(await views.Save("b", "全市对比", "/?indicator=dropout.rate", pinned: false));
        Accepted(await views.Save("c", "删去", "/live", pinned: false));
        Accepted(await views.Rename("b-name", "b", "全市辍学率"));
        Accepted(await views.Pin("b-pin", "b", pinned: true));
        Accepted(await views.Pin("a-unpin", "a", pinned: false));
        Accepted(await views.Delete("c-gone", "c"));

        await silo.Stop();
        await silo.Start();

        Assert.Equal(
            [new SavedView("b", "全市辍学率", "/?indicator=dropout.rate", true), new SavedView("a", "向阳区 2023", "/report?pick=230402~2023~", false)],
            await Of("restarted").All());
        Assert.True((await Of("restarted").Delete("c-gone", "c")).Duplicate);
    }

    [Fact]
    public async Task A_change_sent_again_changes_nothing_and_under_its_id_nothing_else_is_accepted()
    {
        var views = Of("again");
        await views.Save("a", "一", "/report", pinned: false);
        await views.Rename("r1", "a", "二");
        await views.Rename("r2", "a", "三");

        Assert.True((await views.Save("a", "一", "/report", pinned: false)).Duplicate);
        Assert.True((await views.Rename("r1", "a", "二")).Duplicate);
        Assert.Equal("SUBMISSION_ID_REUSED", Assert.Single((await views.Save("a", "一", "/live", pinned: false)).Errors).Code);
        Assert.Equal("三", Assert.Single(await views.All()).Name);
    }

    [Fact]
    public async Task Of_changes_that_come_at_once_each_is_checked_in_the_light_of_the_others()
    {
        var views = Of("at once");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => views.Save($"{n}", "同名", "/report", pinned: false)));

        Assert.Single(outcomes, outcome => !outcome.Refused);
        Assert.All(outcomes.Where(outcome => outcome.Refused), outcome => Assert.Equal("NAME_TAKEN", outcome.Errors[0].Code));
        Assert.Single(await views.All());
    }

    [Fact]
    public async Task The_journal_tells_each_change_in_readable_words_and_not_whose_views_they_are()
    {
        var views = Of("issuer:wang@example.org");
        await views.Save("a", "Dropout", "/report?at=230404", pinned: false);
        await views.Rename("n", "a", "Dropouts");
        await views.Pin("p", "a", pinned: true);
        await views.Pin("u", "a", pinned: false);
        await views.Delete("d", "a");

        var entries = await silo.Journal.ReplayAsync(views.GetPrimaryKeyString(), 0, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                ("ViewSaved", """{"name":"Dropout","address":"/report?at=230404","pinned":false}"""),
                ("ViewRenamed", """{"view":"a","name":"Dropouts"}"""),
                ("ViewPinned", """{"view":"a"}"""),
                ("ViewUnpinned", """{"view":"a"}"""),
                ("ViewDeleted", """{"view":"a"}"""),
            ],
            entries.Select(entry => (entry.Kind, Encoding.UTF8.GetString(entry.Payload.Span))));
        Assert.All(entries, entry => Assert.Matches("^VIEWS-[0-9A-F]{64}$", entry.OrgUnit));
    }

    private static void Accepted(SubmissionOutcome outcome) => Assert.Equal((1, false), (outcome.Accepted, outcome.Refused));

    private ISavedViewsGrain Of(string owner) => silo.Grains.GetGrain<ISavedViewsGrain>(ISavedViewsGrain.KeyOf(owner));
}
