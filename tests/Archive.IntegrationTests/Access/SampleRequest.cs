using System.Linq.Expressions;
using System.Reflection;
using Archive.Access;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Snapshots;

namespace Archive.IntegrationTests.Access;

/// <summary>
/// A request of any type, with something in every member: what is in it hardly makes sense, which is not asked before who may ask. Types that others add are made
/// in the same way.
/// </summary>
internal static class SampleRequest
{
    /// <param name="type">Type of the request.</param>
    /// <param name="context">Who gives it, where it is a command.</param>
    /// <param name="asker">Who asks it, where it is none.</param>
    public static object Make(Type type, CommandContext context, Asker asker)
    {
        var request = Make(type, type.Name, context, asker)!;
        if (request is IAsked && type.GetProperty(nameof(IAsked.Asker)) is { CanWrite: true } who)
            who.SetValue(request, asker);
        return request;
    }

    private static object? Make(Type type, string name, CommandContext context, Asker asker)
    {
        if (type == typeof(CommandContext))
            return context;
        if (type == typeof(Asker))
            return asker;
        if (type == typeof(AsOf))
            return AsOf.Latest;
        if (type == typeof(PageRequest))
            return PageRequest.First;
        if (type == typeof(string))
            return name is "Path" or "Folder" ? Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()) : "sample";
        if (Nullable.GetUnderlyingType(type) is not null || type.IsInterface)
            return null;
        if (type == typeof(Stream))
            return Stream.Null;
        if (type.IsAssignableTo(typeof(Delegate)))
        {
            var invoke = type.GetMethod("Invoke")!;
            return Expression.Lambda(
                type,
                Expression.Constant(Make(invoke.ReturnType, name, context, asker), invoke.ReturnType),
                invoke.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType))).Compile();
        }

        if (type.IsValueType)
            return Activator.CreateInstance(type);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
            return type.GetField(nameof(ValueList<int>.Empty), BindingFlags.Public | BindingFlags.Static)!.GetValue(null);
        if (type.IsAbstract)
            return type.Assembly.GetTypes().Where(other => !other.IsAbstract && other.IsAssignableTo(type)).OrderBy(other => other.Name).Select(other => Make(other, name, context, asker)).First();
        var longest = type.GetConstructors().OrderByDescending(constructor => constructor.GetParameters().Length).First();
        return longest.Invoke([.. longest.GetParameters().Select(parameter => Argument(parameter, context, asker))]);
    }

    private static object? Argument(ParameterInfo parameter, CommandContext context, Asker asker) =>
        new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.Nullable ? null : Make(parameter.ParameterType, parameter.Name!, context, asker);
}
