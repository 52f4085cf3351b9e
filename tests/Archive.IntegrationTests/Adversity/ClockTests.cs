using Archive.Cli.Opening;
using Archive.Commands;
using Archive.Domain.Access;
using Archive.Domain.Sources;
using Archive.EventLog;
using Archive.Projection;
using Archive.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.IntegrationTests.Adversity;

/// <summary>The database's clock is the machine's here: so this node's is wrong by what <see cref="ShiftedClock"/> is shifted by.</summary>
public sealed class ClockTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private int _commands;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData(3, "ahead of")]
    [InlineData(-3, "behind")]
    [InlineData(-86_400, "behind")]
    public async Task A_node_whose_clock_is_off_appends_nothing_and_says_so(double seconds, string how)
    {
        await using var host = await OpenAsync(new ShiftedClock(TimeSpan.FromSeconds(seconds)));

        var refused = await Should.ThrowAsync<ClockOffException>(() => RegisterAsync(host, "s"));

        refused.Message.ShouldContain(how);
        refused.Message.ShouldContain("the database's");
        Outages.Explain(refused).ShouldBe(refused.Message);
        (await host.Services.GetRequiredService<IEventLog>().FindEndAsync(Cancellation)).ShouldBe(LogPosition.Start);
        var status = await StatusAsync(host);
        status.Ready.ShouldBeFalse();
        status.Problems.ShouldHaveSingleItem().Code.ShouldBe("clock-off");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(0)]
    public async Task A_clock_that_is_nearly_right_is_right(double seconds)
    {
        await using var host = await OpenAsync(new ShiftedClock(TimeSpan.FromSeconds(seconds)));

        await RegisterAsync(host, "s");

        (await StatusAsync(host)).Ready.ShouldBeTrue();
    }

    [Fact]
    public async Task A_clock_that_is_set_while_the_archive_is_open_is_noticed_and_so_is_that_it_was_set_right()
    {
        var clock = new ShiftedClock(TimeSpan.Zero);
        await using var host = await OpenAsync(clock);
        await RegisterAsync(host, "before");

        clock.Shift(TimeSpan.FromSeconds(-3));
        await Should.ThrowAsync<ClockOffException>(() => RegisterAsync(host, "while"));
        await Should.ThrowAsync<ClockOffException>(() => RegisterAsync(host, "while"));

        clock.Shift(TimeSpan.FromSeconds(1));
        await RegisterAsync(host, "after");
        (await StatusAsync(host)).Ready.ShouldBeTrue();
    }

    /// <summary>The database's clock can go wrong as well, which nothing on this node shows.</summary>
    [Fact]
    public async Task The_clocks_are_compared_again_after_a_minute_and_not_before()
    {
        var clock = new ShiftedClock(TimeSpan.Zero);
        await using var host = await OpenAsync(clock);
        await RegisterAsync(host, "before");
        var node = host.Services.GetRequiredService<NodeClock>();
        node.RequireAsync(Cancellation).IsCompletedSuccessfully.ShouldBeTrue();

        clock.Shift(TimeSpan.FromSeconds(59));
        clock.Pass(TimeSpan.FromSeconds(59));
        node.RequireAsync(Cancellation).IsCompletedSuccessfully.ShouldBeTrue();

        clock.Shift(TimeSpan.FromSeconds(61));
        clock.Pass(TimeSpan.FromSeconds(2));
        await Should.ThrowAsync<ClockOffException>(() => node.RequireAsync(Cancellation).AsTask());
    }

    [Fact]
    public async Task What_was_done_already_is_answered_whatever_the_clock_says()
    {
        var clock = new ShiftedClock(TimeSpan.Zero);
        await using var host = await OpenAsync(clock);
        var command = Register("s");
        var first = await host.Sender.Send(command, Cancellation);

        clock.Shift(TimeSpan.FromSeconds(10));

        (await host.Sender.Send(command, Cancellation)).ShouldBe(first);
    }

    [Fact]
    public async Task A_head_in_the_future_is_a_problem_until_the_future_is_there()
    {
        await using (var ahead = await OpenAsync(new ShiftedClock(TimeSpan.FromHours(1)), ClockTolerance.Unlimited))
        {
            await RegisterAsync(ahead, "s");
            await ahead.CatchUpAsync(Cancellation);
        }

        await using var host = await OpenAsync(new ShiftedClock(TimeSpan.Zero));
        var status = await StatusAsync(host);
        status.Ready.ShouldBeFalse();
        var problem = status.Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("head-in-future");
        problem.Message.ShouldContain("Entry 1");
        status.Stopped.ShouldBeNull();

        await RegisterAsync(host, "t");
        await host.CatchUpAsync(Cancellation);
        (await StatusAsync(host)).RecordedAt.ShouldBe(status.RecordedAt!.Value.AddTicks(TimeSpan.TicksPerMicrosecond));
    }

    private Task<ArchiveHost> OpenAsync(TimeProvider clock, ClockTolerance? tolerance = null) => TestArchive.OpenHostAsync(
        _database.ConnectionString,
        services =>
        {
            services.AddSingleton(clock);
            if (tolerance is not null)
                services.AddSingleton(tolerance);
        });

    private RegisterSource Register(string id) => new(
        new CommandContext(EventId.NameBased(Guid.Empty, BitConverter.GetBytes(++_commands)), "tester", null, Role: Role.Administrator), id, new SourceDraft(SourceKind.Other, "T"));

    private async Task RegisterAsync(ArchiveHost host, string id) =>
        (await host.Sender.Send(Register(id), Cancellation)).ShouldBeOfType<Outcome<Receipt>.Ok>();

    private static async Task<ArchiveStatus> StatusAsync(ArchiveHost host) =>
        (await host.Sender.Send(new GetStatus(), Cancellation)).ShouldBeOfType<Outcome<ArchiveStatus>.Ok>().Value;
}
