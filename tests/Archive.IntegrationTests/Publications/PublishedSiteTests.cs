using System.Text;
using Archive.Publications;

namespace Archive.IntegrationTests.Publications;

[Trait(TestLog.Trait, TestLog.None)]
public sealed class PublishedSiteTests : IDisposable
{
    private readonly StaticSite _site = new("/nowhere");

    [Fact]
    public async Task A_site_that_fails_stalls_or_floods_is_away_and_nothing_more()
    {
        (await FindAsync()).ShouldBeNull();
        _site.Instead = (_, response) => Done(() => response.StatusCode = 503);
        await AwayAsync("answers 503");
        _site.Instead = (_, response) => Done(() => response.Redirect(_site.Address.AbsoluteUri + "checkpoint"));
        await AwayAsync("answers 302");
        _site.Instead = async (_, response) =>
        {
            await response.OutputStream.WriteAsync("half"u8.ToArray());
            await response.OutputStream.FlushAsync();
            await Task.Delay(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        };
        await AwayAsync("did not arrive", TimeSpan.FromSeconds(1));
        _site.Instead = async (_, response) =>
        {
            for (var i = 0; i < 100_000; i++)
                await response.OutputStream.WriteAsync(new byte[64 * 1024]);
        };
        await AwayAsync("longer than 8,192 bytes");
        _site.Instead = async (_, response) =>
        {
            response.ContentLength64 = 1_000;
            await response.OutputStream.WriteAsync(new byte[10]);
            response.Abort();
        };
        await AwayAsync("cannot be read");
        _site.Instead = async (path, response) => await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(path));
        Encoding.UTF8.GetString((await FindAsync())!.Value.Span).ShouldBe("tile/0/000.p/7");
        _site.Dispose();
        await AwayAsync("cannot be read");
    }

    public void Dispose() => _site.Dispose();

    private static Task Done(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private async Task<ReadOnlyMemory<byte>?> FindAsync(TimeSpan? timeout = null)
    {
        using var site = new PublishedSite(_site.Address, timeout ?? TimeSpan.FromSeconds(30));
        return await site.FindAsync("tile/0/000.p/7", 8_192, TestContext.Current.CancellationToken);
    }

    private async Task AwayAsync(string why, TimeSpan? timeout = null) =>
        (await Should.ThrowAsync<PublishedLogAwayException>(() => FindAsync(timeout))).Message.ShouldContain(why);
}
