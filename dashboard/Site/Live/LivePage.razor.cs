using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Live.Rooms;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Texts;
using Microsoft.AspNetCore.Components;

namespace EduAnalytics.Dashboard.Live;

/// <summary>
/// Dropout and fitness as they are now. Prerendered as they were when asked for; the circuit then takes a seat in the room of
/// all who watch the same.
/// </summary>
public sealed partial class LivePage : IDisposable
{
    private LiveScene scene = LiveScene.Empty;
    private LiveSeat? seat;
    private string? seated;

    [Inject]
    private IGraphQLClient Client { get; set; } = null!;

    [Inject]
    private IStandingReaders Readers { get; set; } = null!;

    [Inject]
    private LiveRooms Rooms { get; set; } = null!;

    protected override string Address => Visitor.Urls.Live(new LiveView());

    /// <summary>Numbers stand back until they are known to be live, and say so once they no longer are.</summary>
    private string State => scene.Connection switch
    {
        LiveConnection.Live => "current",
        LiveConnection.Connecting => "pending",
        _ => "stale",
    };

    private LiveTexts Texts => Visitor.Texts.Live;

    private string Heading => scene.Unit is { } unit ? $"{Texts.Title} · {Visitor.Name(unit.Name, unit.NameEn)}" : Texts.Title;

    void IDisposable.Dispose()
    {
        seat?.Dispose();
        Dispose();
    }

    protected override LiveView Ask(AddressReader address) => address.ReadLive();

    protected override async Task<LiveData> Read(LiveView asked, LiveData? known, CancellationToken ending) =>
        await LiveReader.UnitOf(asked, Client, ending) is { } unit
            ? new LiveData(unit, await LiveReader.Read(unit, Client, ending))
            : new LiveData(null, null);

    protected override bool IsMissing(LiveData data) => data.Unit is not null && data.Answer?.OrgUnit is null;

    protected override void Arrange(LiveData data)
    {
        if (data.Answer is not { } answer)
            return;
        var board = new LiveBoard();
        board.Load(answer);
        scene = board.Scene;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The address may have led to another unit since.
        if (Content.Data is not { Unit: { } unit, Answer.OrgUnit: not null } || unit == seated)
            return;
        seated = unit;
        seat?.Dispose();
        seat = Rooms.Enter(await Readers.Current(), unit, Show);
    }

    private Task Show(LiveScene next) => InvokeAsync(() =>
    {
        // A room that is just opening knows less than the page does.
        scene = next.Unit is null ? scene with { Connection = next.Connection, Trouble = next.Trouble, HeardAt = next.HeardAt ?? scene.HeardAt } : next;
        StateHasChanged();
    });
}

/// <summary>What the page is opened with.</summary>
/// <param name="Unit">Null where nothing is for the reader.</param>
public sealed record LiveData(string? Unit, LiveAnswer? Answer);
