using Bunit;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace EduAnalytics.Dashboard.Tests.Sample;

/// <summary>A page as a circuit shows it, over the sample gateway.</summary>
public abstract class PageTests : BunitContext
{
    /// <summary>An expectation says what comes and not how soon: the cores may be shared with much else.</summary>
    static PageTests() => DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    protected PageTests()
    {
        Services.AddPageServices();
        Services.AddSingleton<IGraphQLClient>(_ => Gateway);
        Services.AddSingleton<TimeProvider>(Time);
        JSInterop.Mode = JSRuntimeMode.Loose;
        this.AddBunitPersistentComponentState();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    protected SampleGateway Gateway { get; init; } = new();

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 1, 0, 0, TimeSpan.Zero));

    protected IRenderedComponent<TPage> Open<TPage>(
        string address, Action<ComponentParameterCollectionBuilder<TPage>>? with = null, string language = "zh")
        where TPage : IComponent
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<TPage>(page =>
        {
            page.AddCascadingValue(Visitor.From(language, null));
            with?.Invoke(page);
        });
    }

    protected string Address => Services.GetRequiredService<NavigationManager>().Uri;
}
