using System.Reflection;
using Archive.Access;
using Archive.Authorities;
using Archive.Claims;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain.Access;
using Archive.Dossiers;
using Archive.Evidence;
using Archive.Records;
using Archive.Sources;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Tests.Access;

public sealed class PermissionTests
{
    private const string WhatToDo =
        "Whoever adds a request says who may ask it: add a line to Permissions.All (src/Archive/Access/Permissions.cs) and the same to the table of docs/access.md, and register the handler by AddUseCase or AddRequest in ArchiveModule. Without, nobody may. Missing: ";

    private static readonly Type[] Requests = [.. typeof(ArchiveHost).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(IBaseRequest)))];

    private static readonly Role?[] Everybody = [null, .. Enum.GetValues<Role>()];

    [Fact]
    public void Every_request_has_its_line_in_the_table()
    {
        Requests.Length.ShouldBeGreaterThan(30);
        Without(Requests, Lines).ShouldBeEmpty(WhatToDo + Names(Without(Requests, Lines)));
    }

    [Fact]
    public void A_planted_request_without_a_line_is_found_and_nobody_may_ask_it()
    {
        Without([typeof(Planted)], Lines).ShouldBe([typeof(Planted)]);
        Everybody.ShouldAllBe(role => Permissions.WhyNot(typeof(Planted), role) != null);
    }

    [Fact]
    public void Every_operation_of_a_host_has_its_line_in_the_table() =>
        typeof(Operations).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)
            .ShouldBe(Permissions.All.Where(line => line.Request is null).Select(line => line.Name), ignoreOrder: true);

    [Fact]
    public void Every_handler_stands_behind_the_table_and_nothing_runs_before_it()
    {
        var services = new ServiceCollection();
        services.AddArchive();
        var handled = services.Select(service => service.ServiceType).Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)).ToArray();

        handled.Select(type => type.GenericTypeArguments[0]).ShouldBe(Requests, ignoreOrder: true);
        var open = handled.Where(type => FirstBehavior(services, type)?.GetGenericTypeDefinition() != typeof(AuthorizationBehavior<,>)).Select(type => type.GenericTypeArguments[0]);
        open.ShouldBeEmpty(WhatToDo + Names(open));
    }

    /// <summary>Without it a request is nobody's, whatever role who asks has.</summary>
    [Fact]
    public void Every_request_says_who_asks() =>
        Requests.Where(type => !type.IsAssignableTo(typeof(ICommand)) && !type.IsAssignableTo(typeof(IAsked))).ShouldBeEmpty();

    [Fact]
    public void Nobody_without_a_role_may_do_anything_but_ask_how_far_the_archive_is_and_project() =>
        Permissions.All.Where(line => line.Allows(null)).Select(line => line.Name).ShouldBe(["get-status", Operations.Project]);

    [Fact]
    public void An_administrator_may_do_everything() => Permissions.All.ShouldAllBe(line => line.Allows(Role.Administrator));

    [Fact]
    public void Readers_and_auditors_change_nothing_and_what_a_contributor_may_an_editor_may()
    {
        Commands.ShouldAllBe(line => !line.Allows(Role.Reader) && !line.Allows(Role.Auditor));
        Permissions.All.Where(line => line.Allows(Role.Reader)).ShouldAllBe(line => line.Roles.Count == 5);
        Permissions.All.Where(line => line.Allows(Role.Contributor)).ShouldAllBe(line => line.Allows(Role.Editor));
    }

    /// <summary>What was planned is appended without being sent.</summary>
    [Fact]
    public void Whoever_may_import_may_do_all_that_a_dossier_can_ask_for()
    {
        var importers = Permissions.All.Single(line => line.Request == typeof(ImportDossier)).Roles;
        var commands = Commands.Where(line => InADossier.Contains(line.Request!.Namespace)).ToList();
        commands.Count.ShouldBeGreaterThan(20);
        foreach (var role in importers)
            commands.ShouldAllBe(line => line.Allows(role));
    }

    [Fact]
    public void A_refusal_says_which_role_it_takes_and_who_gives_it()
    {
        var refusal = Permissions.WhyNot(Operations.CompareLogs, Role.Reader).ShouldNotBeNull();

        refusal.Code.ShouldBe("not-permitted");
        refusal.Message.ShouldBe("Who has the role reader may not do this (compare-logs): it takes the role auditor or administrator. An administrator can give it: archive actor role ACTOR auditor. Who may do what stands in docs/access.md.");
        Permissions.WhyNot(Operations.Rebuild, null).ShouldNotBeNull().Message.ShouldStartWith("Who has no role may not do this (rebuild)");
        Permissions.WhyNot("nonsense", Role.Administrator).ShouldNotBeNull().Message.ShouldContain("no line for nonsense");
    }

    /// <summary>The document and the code, line by line and in the same order.</summary>
    [Fact]
    public void The_document_shows_the_table()
    {
        var rows = File.ReadAllLines(RepositoryRoot.File("docs", "access.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();

        rows.ShouldAllBe(row => row.Length == 7);
        rows.Select(row => string.Join(' ', row.Where((_, column) => column != 1))).ShouldBe(Permissions.All.Select(Row), WhatToDo + "see the difference.");
    }

    /// <summary>Where the commands stand that a dossier can ask for.</summary>
    private static string?[] InADossier => [typeof(OpenRecord).Namespace, typeof(EstablishAuthority).Namespace, typeof(RegisterSource).Namespace, typeof(RecordClaim).Namespace, typeof(CorrectClaim).Namespace];

    private static string Row(Permission line) =>
        string.Join(' ', Enum.GetValues<Role>().Select(role => line.Allows(role) ? "yes" : "–").Prepend($"`{line.Name}`"));

    private static IEnumerable<Permission> Commands => Permissions.All.Where(line => line.Request?.IsAssignableTo(typeof(ICommand)) == true);

    private static IReadOnlySet<Type> Lines => Permissions.All.Select(line => line.Request).OfType<Type>().ToHashSet();

    private static IEnumerable<Type> Without(IEnumerable<Type> requests, IReadOnlySet<Type> lines) => requests.Where(type => !lines.Contains(type));

    private static string Names(IEnumerable<Type> types) => string.Join(", ", types.Select(type => type.Name));

    private static Type? FirstBehavior(IServiceCollection services, Type handler)
    {
        var behaviors = typeof(IPipelineBehavior<,>).MakeGenericType(handler.GenericTypeArguments);
        return services.FirstOrDefault(service => service.ServiceType == behaviors)?.ImplementationType;
    }

    private sealed record Planted : Query<string>;
}
